package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    static RunStatus read(JsonNode status, Instant seen) {
        var phase = status.path("phase").asText();
        if (phase.isEmpty()) {
            return RunStatus.NOTHING;
        }
        var ended = driver(status).path("state").path("terminated");
        if (ended.isObject()) {
            return ended(ended, seen);
        }
        var over = phase.equals("Succeeded") || phase.equals("Failed");
        var state = new ApplicationState(phase, over ? reason(status) : waiting(status), over);
        var verdict = !over ? Verdict.OPEN : phase.equals("Succeeded") ? Verdict.SUCCEEDED : Verdict.FAILED;
        return status(state, verdict, OptionalInt.empty(), seen);
    }

    private static RunStatus ended(JsonNode terminated, Instant seen) {
        var exitCode = terminated.path("exitCode").asInt();
        if (exitCode == 0) {
            return status(
                    new ApplicationState("Succeeded", "", true), Verdict.SUCCEEDED, OptionalInt.of(exitCode), seen);
        }
        var message = "driver container failed with exit code " + exitCode + ": " + reason(terminated);
        return status(new ApplicationState("Failed", message, true), Verdict.FAILED, OptionalInt.of(exitCode), seen);
    }

    private static RunStatus status(ApplicationState state, Verdict verdict, OptionalInt exitCode, Instant seen) {
        return new RunStatus(List.of(new Transition(0, new StateChange(seen, 1, state))), 1, "", verdict, exitCode);
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
