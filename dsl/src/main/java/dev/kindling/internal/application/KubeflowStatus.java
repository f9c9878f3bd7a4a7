package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import java.util.Set;

/**
 * Reads {@code status} as Kubeflow's operator writes it. FAILING and SUBMISSION_FAILED are not the end: the operator may
 * still try again.
 */
final class KubeflowStatus {

    private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED");

    private KubeflowStatus() {}

    static Observation read(JsonNode status) {
        var state = status.path("applicationState").path("state").asText();
        if (state.isEmpty()) {
            return Observation.NOTHING;
        }
        var message = status.path("applicationState").path("errorMessage").asText();
        return new Observation(new ApplicationState(state, message, FINAL.contains(state)), state.equals("COMPLETED"));
    }
}
