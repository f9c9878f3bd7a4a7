package dev.kindling.embedded.internal.operator;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the pods of a submitted application say about its status: Kubeflow's rules, as pure functions. */
final class Progress {

    private Progress() {}

    static ApplicationStatus of(
            ApplicationStatus status, @Nullable Pod driver, Collection<Pod> executors, Instant now) {
        if (driver == null) {
            return status.in(ApplicationState.FAILING, "driver pod not found").terminatedAt(now);
        }
        var state = stateOf(driver);
        var next = status.in(state, failure(state, driver))
                .sparkApplicationId(driver.getMetadata().getLabels().getOrDefault("spark-app-selector", ""));
        if (state == ApplicationState.SUCCEEDING || state == ApplicationState.FAILING) {
            next = next.terminatedAt(now);
        }
        return withExecutors(next, executors);
    }

    /** The final state after one that still decides about a retry; with the policy Never there is none. */
    static Optional<ApplicationStatus> settled(ApplicationStatus status, Instant now) {
        return switch (status.state()) {
            case SUCCEEDING -> Optional.of(status.in(ApplicationState.COMPLETED, null));
            case FAILING -> Optional.of(status.in(ApplicationState.FAILED, null));
            case SUBMISSION_FAILED ->
                Optional.of(status.in(ApplicationState.FAILED, null).terminatedAt(now));
            default -> Optional.empty();
        };
    }

    private static ApplicationState stateOf(Pod driver) {
        var ended = terminated(driver, Role.DRIVER);
        return switch (phase(driver)) {
            case "Pending" -> ApplicationState.SUBMITTED;
            case "Running" -> ended.map(Progress::end).orElse(ApplicationState.RUNNING);
            case "Succeeded" -> ApplicationState.SUCCEEDING;
            case "Failed" -> ended.map(Progress::end).orElse(ApplicationState.FAILING);
            default -> ApplicationState.UNKNOWN;
        };
    }

    private static ApplicationState end(ContainerStateTerminated ended) {
        return ended.getExitCode() == 0 ? ApplicationState.SUCCEEDING : ApplicationState.FAILING;
    }

    private static @Nullable String failure(ApplicationState state, Pod driver) {
        if (state != ApplicationState.FAILING) {
            return null;
        }
        return terminated(driver, Role.DRIVER)
                .map(ended -> "driver container failed with ExitCode: %d, Reason: %s"
                        .formatted(ended.getExitCode(), ended.getReason()))
                .orElse("driver container status missing");
    }

    /** Executors that vanish: unknown while the driver runs, failed once it has ended (Kubeflow can't tell either). */
    private static ApplicationStatus withExecutors(ApplicationStatus status, Collection<Pod> pods) {
        var states = new TreeMap<String, String>();
        pods.forEach(pod -> states.put(pod.getMetadata().getName(), executorState(pod)));
        var gone = status.state() == ApplicationState.RUNNING ? "UNKNOWN" : "FAILED";
        status.executors()
                .forEach((name, state) ->
                        states.putIfAbsent(name, state.equals("COMPLETED") || state.equals("FAILED") ? state : gone));
        return status.executors(states);
    }

    private static String executorState(Pod pod) {
        return switch (phase(pod)) {
            case "Pending" -> "PENDING";
            case "Running" -> "RUNNING";
            case "Succeeded" -> "COMPLETED";
            case "Failed" -> "FAILED";
            default -> "UNKNOWN";
        };
    }

    private static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? "Pending"
                : pod.getStatus().getPhase();
    }

    private static Optional<ContainerStateTerminated> terminated(Pod pod, Role role) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getContainerStatuses().stream()
                        .filter(status -> role.container().equals(status.getName()) && status.getState() != null)
                        .flatMap(status -> Optional.ofNullable(status.getState().getTerminated()).stream())
                        .findFirst();
    }
}
