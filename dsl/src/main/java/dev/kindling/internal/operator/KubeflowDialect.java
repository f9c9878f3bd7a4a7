package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Kubeflow's Spark operator 2.x. FAILING and SUBMISSION_FAILED are not the end: it may still try again. It keeps no
 * history, so states between two looks are not known.
 */
class KubeflowDialect implements Dialect {

    private static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("sparkoperator.k8s.io")
            .withVersion("v1beta2")
            .withKind("SparkApplication")
            .withPlural("sparkapplications")
            .withNamespaced(true)
            .build();

    private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED");
    private static final Pattern EXIT_CODE = Pattern.compile("ExitCode: (\\d+)");
    private static final String SUBMISSION = "sparkoperator.k8s.io/submission-id";

    @Override
    public Operator operator() {
        return Operator.kubeflow();
    }

    @Override
    public String product() {
        return "Kubeflow Spark operator";
    }

    @Override
    public String call() {
        return "kubeflow";
    }

    @Override
    public ResourceDefinitionContext resource() {
        return RESOURCE;
    }

    @Override
    public String nameLabel() {
        return "sparkoperator.k8s.io/app-name";
    }

    @Override
    public RunStatus read(JsonNode application, Instant seen) {
        var status = application.path("status");
        var name = status.path("applicationState").path("state").asText();
        if (name.isEmpty()) {
            return RunStatus.NOTHING;
        }
        var message = status.path("applicationState").path("errorMessage").asText();
        var attempts = status.path("executionAttempts").asInt();
        var change = new StateChange(seen, attempts, new ApplicationState(name, message, FINAL.contains(name)));
        return new RunStatus(
                List.of(new Transition(0, change)),
                attempts,
                status.path("submissionID").asText(),
                verdict(name),
                exitCode(message));
    }

    private static Verdict verdict(String state) {
        return switch (state) {
            case "COMPLETED" -> Verdict.SUCCEEDED;
            case "FAILED" -> Verdict.FAILED;
            default -> Verdict.OPEN;
        };
    }

    private static OptionalInt exitCode(String message) {
        var found = EXIT_CODE.matcher(message);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    @Override
    public String attemptKey(Map<String, String> podLabels) {
        return podLabels.getOrDefault(SUBMISSION, "");
    }

    @Override
    public OptionalInt attemptNumber(Map<String, String> podLabels) {
        return OptionalInt.empty();
    }
}
