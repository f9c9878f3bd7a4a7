package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Apache's Spark Kubernetes operator 1.x. */
final class ApacheDialect implements Dialect {

    private static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("spark.apache.org")
            .withVersion("v1")
            .withKind("SparkApplication")
            .withPlural("sparkapplications")
            .withNamespaced(true)
            .build();

    private static final String APPLICATION_ID = "spark-app-selector";
    /** The id ends with the attempt, unless the name was so long that it is a hash. */
    private static final Pattern ATTEMPT = Pattern.compile(".*-(\\d{1,6})");

    @Override
    public Operator operator() {
        return Operator.apache();
    }

    @Override
    public String product() {
        return "Apache Spark Kubernetes operator";
    }

    @Override
    public String deployment() {
        return "spark-kubernetes-operator";
    }

    @Override
    public String call() {
        return "apache";
    }

    @Override
    public ResourceDefinitionContext resource() {
        return RESOURCE;
    }

    @Override
    public String nameLabel() {
        return "spark.operator/spark-app-name";
    }

    @Override
    public RunStatus read(JsonNode application, Instant seen) {
        return ApacheStatus.read(application);
    }

    @Override
    public String attemptKey(Map<String, String> podLabels) {
        return podLabels.getOrDefault(APPLICATION_ID, "");
    }

    @Override
    public OptionalInt attemptNumber(Map<String, String> podLabels) {
        var id = ATTEMPT.matcher(attemptKey(podLabels));
        var ofName = podLabels.getOrDefault(nameLabel(), "");
        return id.matches() && attemptKey(podLabels).startsWith(ofName + "-")
                ? OptionalInt.of(Integer.parseInt(id.group(1)) + 1)
                : OptionalInt.empty();
    }
}
