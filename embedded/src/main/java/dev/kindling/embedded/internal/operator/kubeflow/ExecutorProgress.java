package dev.kindling.embedded.internal.operator.kubeflow;

import dev.kindling.embedded.internal.operator.work.Happening;
import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The states of an application's executors after another look at their pods.
 *
 * @param events about those that are new or have changed
 */
record ExecutorProgress(SortedMap<String, String> states, List<Happening> events) {

    /** Executors with a higher number are not written down any more, so that the status stays small enough. */
    static final int MOST_TRACKED = 1_000;

    static ExecutorProgress of(ApplicationStatus status, Collection<Pod> pods) {
        var states = new TreeMap<String, String>();
        var events = new ArrayList<Happening>();
        var before = status.executors();
        for (var pod : pods) {
            var name = pod.getMetadata().getName();
            var state = state(pod);
            if (isTracked(pod)) {
                states.put(name, state);
                if (!state.equals(before.get(name))) {
                    events.add(Happenings.executor(state, name, failure(pod)));
                }
            }
        }
        before.forEach((name, state) -> states.putIfAbsent(name, vanished(status.state(), state)));
        return new ExecutorProgress(states, events);
    }

    /** Executors vanish at the end of a run, and Spark deletes those that fail: nobody can tell which it was. */
    private static String vanished(ApplicationState application, String last) {
        if (last.equals("COMPLETED") || last.equals("FAILED")) {
            return last;
        }
        return switch (application) {
            case RUNNING -> "UNKNOWN";
            case COMPLETED -> "COMPLETED";
            default -> "FAILED";
        };
    }

    private static boolean isTracked(Pod pod) {
        var number = pod.getMetadata().getLabels().getOrDefault(Labels.EXECUTOR, "");
        return !number.matches("\\d{1,9}") || Integer.parseInt(number) <= MOST_TRACKED;
    }

    private static String state(Pod pod) {
        return switch (DriverProgress.phase(pod)) {
            case "Pending" -> "PENDING";
            case "Running" -> "RUNNING";
            case "Succeeded" -> "COMPLETED";
            case "Failed" -> "FAILED";
            default -> "UNKNOWN";
        };
    }

    private static String failure(Pod pod) {
        var message = pod.getStatus() == null || pod.getStatus().getMessage() == null
                ? ""
                : pod.getStatus().getMessage();
        return DriverProgress.terminated(pod, Role.EXECUTOR)
                .map(ended -> "ExitCode: %d, Reason: %s, Pod Message: %s"
                        .formatted(ended.getExitCode(), ended.getReason(), message))
                .orElse("ExitCode: -1, Reason: Unknown (Container not Found), Pod Message: " + message);
    }
}
