package dev.kindling.embedded.internal.operator.kubeflow;

import dev.kindling.internal.driver.Role;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the driver's pod says about its application. */
final class DriverProgress {

    private DriverProgress() {}

    static ApplicationStatus of(ApplicationStatus status, Pod driver, Instant now) {
        var state = state(driver);
        var next = status.in(state, failure(state, driver))
                .sparkApplicationId(driver.getMetadata().getLabels().getOrDefault("spark-app-selector", ""));
        var ended = state == ApplicationState.SUCCEEDING || state == ApplicationState.FAILING;
        return ended && next.termination().isEmpty() ? next.terminatedAt(now) : next;
    }

    static ApplicationState state(Pod driver) {
        var ended = terminated(driver, Role.DRIVER);
        return switch (phase(driver)) {
            case "Pending" -> ApplicationState.SUBMITTED;
            case "Running" -> ended.map(DriverProgress::end).orElse(ApplicationState.RUNNING);
            case "Succeeded" -> ApplicationState.SUCCEEDING;
            case "Failed" -> ended.map(DriverProgress::end).orElse(ApplicationState.FAILING);
            default -> ApplicationState.UNKNOWN;
        };
    }

    static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? "Pending"
                : pod.getStatus().getPhase();
    }

    static Optional<ContainerStateTerminated> terminated(Pod pod, Role role) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getContainerStatuses().stream()
                        .filter(status -> role.container().equals(status.getName()) && status.getState() != null)
                        .flatMap(status -> Optional.ofNullable(status.getState().getTerminated()).stream())
                        .findFirst();
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
}
