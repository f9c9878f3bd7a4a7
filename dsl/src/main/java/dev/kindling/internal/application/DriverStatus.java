package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads {@code status} of a driver's pod, where no operator does it. The driver's container decides: a pod with sidecars
 * goes on running after it.
 */
final class DriverStatus {

    private static final String DRIVER = "spark-kubernetes-driver";

    /** Where containers wait in the ordinary course of things. */
    private static final Set<String> ON_ITS_WAY = Set.of("", "ContainerCreating", "PodInitializing");

    private DriverStatus() {}

    static Observation read(JsonNode status) {
        var phase = status.path("phase").asText();
        if (phase.isEmpty()) {
            return Observation.NOTHING;
        }
        var ended = driver(status).path("state").path("terminated");
        if (ended.isObject()) {
            return ended(ended);
        }
        var over = phase.equals("Succeeded") || phase.equals("Failed");
        var message = over ? reason(status) : waiting(status);
        return new Observation(new ApplicationState(phase, message, over), phase.equals("Succeeded"));
    }

    private static Observation ended(JsonNode terminated) {
        var exitCode = terminated.path("exitCode").asInt();
        if (exitCode == 0) {
            return new Observation(new ApplicationState("Succeeded", "", true), true);
        }
        var message = "driver container failed with exit code " + exitCode + ": " + reason(terminated);
        return new Observation(new ApplicationState("Failed", message, true), false);
    }

    /** Why it does not run yet, where that is not just a matter of time. */
    private static String waiting(JsonNode status) {
        var unscheduled = elements(status.path("conditions"))
                .filter(condition -> condition.path("type").asText().equals("PodScheduled")
                        && condition.path("status").asText().equals("False"));
        var stuck = Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(kind -> elements(status.path(kind)))
                .map(container -> container.path("state").path("waiting"))
                .filter(waiting -> !ON_ITS_WAY.contains(waiting.path("reason").asText()));
        return Stream.concat(unscheduled, stuck)
                .findFirst()
                .map(DriverStatus::reason)
                .orElse("");
    }

    private static JsonNode driver(JsonNode status) {
        var containers = status.path("containerStatuses");
        return elements(containers)
                .filter(container -> container.path("name").asText().equals(DRIVER))
                .findFirst()
                .orElseGet(() -> containers.path(0));
    }

    private static String reason(JsonNode node) {
        var message = Optional.of(node.path("message").asText()).filter(text -> !text.isEmpty());
        return node.path("reason").asText() + message.map(text -> ": " + text).orElse("");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
