package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * The container of one attempt's driver. Attempts may share a pod name: the uid tells them apart.
 *
 * @param uid the pod's
 */
record DriverContainer(String uid, String pod, String name) {

    private static final String SPARKS_NAME = "spark-kubernetes-driver";

    /**
     * Empty until it has started. The pod's phase is no sign of that: a container that ends at once takes its pod from
     * Pending to Failed.
     */
    static Optional<DriverContainer> started(Pod pod) {
        if (pod.getStatus() == null || pod.getStatus().getContainerStatuses() == null) {
            return Optional.empty();
        }
        var statuses = pod.getStatus().getContainerStatuses();
        var main = statuses.stream()
                .filter(status -> SPARKS_NAME.equals(status.getName()))
                .findFirst()
                .or(() -> statuses.stream().findFirst());
        return main.filter(DriverContainer::hasStarted)
                .map(status -> new DriverContainer(
                        pod.getMetadata().getUid(), pod.getMetadata().getName(), status.getName()));
    }

    private static boolean hasStarted(ContainerStatus status) {
        var state = status.getState();
        return state != null && (state.getRunning() != null || state.getTerminated() != null);
    }
}
