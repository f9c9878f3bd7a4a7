package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code status} as Apache's operator writes it. Its final states do not say how the run went: that is in the
 * stopping state before them, and the history's keys are numbers that are sorted as text.
 */
final class ApacheStatus {

    private static final Set<String> FINAL = Set.of("ResourceReleased", "TerminatedWithoutReleaseResources");
    private static final Set<String> STOPPING = Set.of(
            "Succeeded",
            "Failed",
            "SchedulingFailure",
            "DriverEvicted",
            "DriverStartTimedOut",
            "ExecutorsStartTimedOut",
            "DriverReadyTimedOut");

    private ApacheStatus() {}

    static Observation read(JsonNode status) {
        var current = status.path("currentState");
        var name = current.path("currentStateSummary").asText();
        if (name.isEmpty()) {
            return Observation.NOTHING;
        }
        if (!FINAL.contains(name)) {
            return new Observation(new ApplicationState(name, message(current), false), false);
        }
        var stopping = lastStopping(status.path("stateTransitionHistory"));
        var message =
                stopping.map(state -> summary(state) + ": " + message(state)).orElse("shut down before it ended");
        var success =
                stopping.map(ApacheStatus::summary).filter("Succeeded"::equals).isPresent();
        return new Observation(new ApplicationState(name, success ? "" : message, true), success);
    }

    private static Optional<JsonNode> lastStopping(JsonNode history) {
        return history.properties().stream()
                .filter(entry -> entry.getKey().matches("\\d+"))
                .filter(entry -> STOPPING.contains(summary(entry.getValue())))
                .max(Comparator.comparingLong(entry -> Long.parseLong(entry.getKey())))
                .map(Map.Entry::getValue);
    }

    private static String summary(JsonNode state) {
        return state.path("currentStateSummary").asText();
    }

    private static String message(JsonNode state) {
        return state.path("message").asText();
    }
}
