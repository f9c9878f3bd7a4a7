package dev.kindling.embedded.internal.kubelet;

import java.util.Optional;

/**
 * One container as its pod's status shows it.
 *
 * @param last how it ended before it was started again
 */
record ContainerView(
        String name,
        String image,
        String id,
        boolean init,
        ContainerState state,
        Optional<ContainerState.Terminated> last,
        int restarts) {

    boolean succeeded() {
        return state instanceof ContainerState.Terminated ended && ended.succeeded();
    }

    boolean failed() {
        return state instanceof ContainerState.Terminated ended && !ended.succeeded();
    }

    boolean running() {
        return state instanceof ContainerState.Running;
    }
}
