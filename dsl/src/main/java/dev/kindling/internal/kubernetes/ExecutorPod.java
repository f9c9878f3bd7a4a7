package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one executor pod's status says.
 *
 * @param executorId Spark's id of the executor, from the pod's label
 * @param name the pod's name
 * @param node the node, empty until scheduled
 * @param image the image of Spark's container
 * @param state the container's state
 * @param unschedulable the scheduler's message, while it finds no node
 * @param deleting whether somebody asked for the pod's deletion
 */
public record ExecutorPod(
        String executorId,
        String name,
        Optional<String> node,
        String image,
        State state,
        Optional<String> unschedulable,
        boolean deleting) {

    /** The container's state. */
    public sealed interface State {
        /** Not started; the reason is a kubelet's word such as {@code ImagePullBackOff}. */
        record Waiting(String reason, String message) implements State {}

        /** Started and not ended. */
        record Running() implements State {}

        /** Ended with an exit code. */
        record Ended(int exitCode, String reason, String message) implements State {}
    }

    /** Reads the pod's status. */
    public static ExecutorPod of(Pod pod) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        return new ExecutorPod(
                pod.getMetadata().getLabels().getOrDefault("spark-exec-id", "?"),
                pod.getMetadata().getName(),
                Optional.ofNullable(pod.getSpec().getNodeName()),
                pod.getSpec().getContainers().get(0).getImage(),
                state(status),
                unschedulable(status),
                pod.getMetadata().getDeletionTimestamp() != null);
    }

    /** Whether the container has started, and so has a log. */
    public boolean hasStarted() {
        return !(state instanceof State.Waiting);
    }

    private static State state(PodStatus status) {
        List<ContainerState> containers = containers(status);
        Optional<ContainerStateTerminated> ended = containers.stream()
                .map(ContainerState::getTerminated)
                .filter(Objects::nonNull)
                .findFirst();
        if (ended.isPresent()) {
            return new State.Ended(
                    ended.get().getExitCode(),
                    text(ended.get().getReason()),
                    text(ended.get().getMessage()));
        }
        if ("Failed".equals(status.getPhase())) { // evicted, or its node refused it: no container state tells
            return new State.Ended(-1, text(status.getReason()), text(status.getMessage()));
        }
        if (containers.stream().anyMatch(c -> c.getRunning() != null)) {
            return new State.Running();
        }
        return containers.stream()
                .map(ContainerState::getWaiting)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ExecutorPod::waiting)
                .orElse(new State.Waiting("Pending", ""));
    }

    private static State waiting(ContainerStateWaiting waiting) {
        return new State.Waiting(text(waiting.getReason()), text(waiting.getMessage()));
    }

    private static List<ContainerState> containers(PodStatus status) {
        return Stream.ofNullable(status.getContainerStatuses())
                .flatMap(List::stream)
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<String> unschedulable(PodStatus status) {
        return Stream.ofNullable(status.getConditions())
                .flatMap(List::stream)
                .filter(c -> "PodScheduled".equals(c.getType()) && "False".equals(c.getStatus()))
                .map(PodCondition::getMessage)
                .map(ExecutorPod::text)
                .findFirst();
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
