package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.driver.LoneDriver;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;

/** Applications without an operator: the driver's pod, which Kindling has made, stands for the custom resource. */
final class NoOperatorDialect implements Dialect {

    private static final ResourceDefinitionContext PODS = new ResourceDefinitionContext.Builder()
            .withGroup("")
            .withVersion("v1")
            .withKind("Pod")
            .withPlural("pods")
            .withNamespaced(true)
            .build();

    @Override
    public Operator operator() {
        return Operator.none();
    }

    @Override
    public String product() {
        return "Kubernetes without operator";
    }

    @Override
    public String call() {
        return "none";
    }

    @Override
    public ResourceDefinitionContext resource() {
        return PODS;
    }

    @Override
    public String selector() {
        return LoneDriver.NAME_LABEL + ",spark-role=driver";
    }

    @Override
    public String nameLabel() {
        return LoneDriver.NAME_LABEL;
    }

    /** Who deletes a pod also ends its container: that is no failure of the program. */
    @Override
    public RunStatus read(JsonNode pod, Instant seen) {
        var status = DriverStatus.read(pod.path("status"), seen);
        var isBeingDeleted = pod.path("metadata").has("deletionTimestamp");
        return isBeingDeleted && status.verdict() == Verdict.FAILED ? status.ongoing() : status;
    }

    @Override
    public String attemptKey(Map<String, String> podLabels) {
        return podLabels.getOrDefault("spark-app-selector", "");
    }

    @Override
    public OptionalInt attemptNumber(Map<String, String> podLabels) {
        return OptionalInt.of(1);
    }
}
