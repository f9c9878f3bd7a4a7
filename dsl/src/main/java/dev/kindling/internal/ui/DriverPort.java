package dev.kindling.internal.ui;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a driver that runs has its UI. */
record DriverPort(Pod pod, int uiPort) {

    private static final String DRIVER = "spark-kubernetes-driver";

    /** Spark's name for the port, which it takes from {@code spark.ui.port}. */
    private static final String PORT = "spark-ui";

    /** Spark's default. */
    private static final int DEFAULT = 4040;

    /** Empty if the driver's container does not run. */
    static Optional<DriverPort> running(Pod pod) {
        return state(pod).filter(state -> state.getRunning() != null).map(state -> new DriverPort(pod, port(pod)));
    }

    static boolean hasEnded(Pod pod) {
        return state(pod).filter(state -> state.getTerminated() != null).isPresent();
    }

    private static Optional<ContainerState> state(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : main(pod.getStatus().getContainerStatuses(), ContainerStatus::getName)
                        .map(ContainerStatus::getState);
    }

    private static int port(Pod pod) {
        return main(pod.getSpec().getContainers(), Container::getName).stream()
                .flatMap(driver -> driver.getPorts().stream())
                .filter(port -> PORT.equals(port.getName()))
                .map(port -> port.getContainerPort())
                .findFirst()
                .orElse(DEFAULT);
    }

    /** The one with Spark's name, else the first, as Spark looks for it. */
    private static <T> Optional<T> main(List<T> containers, Function<T, String> name) {
        return containers.stream()
                .filter(container -> DRIVER.equals(name.apply(container)))
                .findFirst()
                .or(() -> containers.stream().findFirst());
    }
}
