package dev.kindling.internal.logs;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * The container of a driver or executor that has a log. Attempts may share a pod name: the uid tells them apart.
 *
 * @param uid the pod's
 * @param executor the executor's id; empty for a driver
 * @param hasEnded whether nothing will be written any more
 */
public record StartedContainer(String uid, String pod, String name, String executor, boolean hasEnded) {

    private static final List<String> SPARKS_NAMES = List.of("spark-kubernetes-driver", "spark-kubernetes-executor");

    /**
     * Empty until it has started. The pod's phase is no sign of that: a container that ends at once takes its pod from
     * Pending to Failed.
     */
    static Optional<StartedContainer> of(Pod pod) {
        if (pod.getStatus() == null || pod.getStatus().getContainerStatuses() == null) {
            return Optional.empty();
        }
        var statuses = pod.getStatus().getContainerStatuses();
        return statuses.stream()
                .filter(status -> SPARKS_NAMES.contains(status.getName()))
                .findFirst()
                .or(() -> statuses.stream().findFirst())
                .filter(status -> isRunning(status) || hasEnded(status))
                .map(status -> new StartedContainer(
                        pod.getMetadata().getUid(),
                        pod.getMetadata().getName(),
                        status.getName(),
                        isDriver(pod) ? "" : pod.getMetadata().getLabels().getOrDefault("spark-exec-id", "0"),
                        hasEnded(status)));
    }

    static boolean isDriver(Pod pod) {
        return "driver".equals(pod.getMetadata().getLabels().get("spark-role"));
    }

    private static boolean isRunning(ContainerStatus status) {
        return status.getState() != null && status.getState().getRunning() != null;
    }

    private static boolean hasEnded(ContainerStatus status) {
        return status.getState() != null && status.getState().getTerminated() != null;
    }
}
