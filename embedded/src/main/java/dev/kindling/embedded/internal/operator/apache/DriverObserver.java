package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.operator.work.Json;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the driver's pod says about its application. */
record DriverObserver(Application application, Pod driver, Instant now) {

    private static final String FAILED =
            "Driver has one or more failed critical container(s), refer last observed status for details.";
    private static final String NOT_INITIALIZED =
            "Driver container is terminated without SparkContext / SparkSession initialization.";

    /**
     * Both are asked of the same state, so that one look may add two states; of a driver that ended before it was seen
     * running, both tell the end.
     */
    List<AppState> starting(Summary state) {
        var states = new ArrayList<AppState>();
        if (state.compareTo(Summary.DriverStarted) < 0) {
            started().ifPresent(states::add);
        }
        ready().ifPresent(states::add);
        return states;
    }

    /** @param ready whether a successful end counts as a success: else nobody saw it come up */
    Optional<AppState> end(boolean ready) {
        var status = driver.getStatus();
        if (status == null || status.getContainerStatuses().isEmpty()) {
            return Optional.empty();
        }
        if ("Failed".equals(status.getPhase())) {
            var evicted = "Evicted".equalsIgnoreCase(status.getReason());
            return Optional.of(state(evicted ? Summary.DriverEvicted : Summary.Failed, FAILED)
                    .seeing(json()));
        }
        if ("Succeeded".equals(status.getPhase())) {
            return Optional.of(
                    ready
                            ? state(Summary.Succeeded, "Spark application completed successfully.")
                            : state(Summary.Failed, NOT_INITIALIZED).seeing(json()));
        }
        return endOfContainers(status);
    }

    /** Sidecars may keep the pod running. */
    private Optional<AppState> endOfContainers(PodStatus status) {
        if (status.getInitContainerStatuses().stream().anyMatch(DriverObserver::isFailed)) {
            return Optional.of(state(
                            Summary.Failed,
                            "Driver has failed init container(s). Refer last observed status for details.")
                    .seeing(json()));
        }
        var ended = mainContainers().filter(DriverObserver::isTerminated).toList();
        if (ended.stream().anyMatch(DriverObserver::isFailed)) {
            return Optional.of(state(Summary.Failed, FAILED).seeing(json()));
        }
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(state(Summary.Succeeded, "Driver has critical container(s) exited with 0.")
                        .seeing(json()));
    }

    JsonNode json() {
        return Json.write(driver.getStatus());
    }

    static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase())
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    private Optional<AppState> started() {
        var started = mainContainers().anyMatch(container -> Boolean.TRUE.equals(container.getReady()));
        return started ? Optional.of(state(Summary.DriverStarted, "Driver has started running.")) : end(false);
    }

    private Optional<AppState> ready() {
        return isReady(driver) ? Optional.of(state(Summary.DriverReady, "Driver has reached ready state.")) : end(true);
    }

    private AppState state(Summary summary, String message) {
        return AppState.of(summary, now, message);
    }

    /** Without a named one all containers count. */
    private Stream<ContainerStatus> mainContainers() {
        var name = application.conf("spark.kubernetes.driver.podTemplateContainerName");
        return driver.getStatus() == null
                ? Stream.empty()
                : driver.getStatus().getContainerStatuses().stream()
                        .filter(container -> name.isEmpty() || name.equalsIgnoreCase(container.getName()));
    }

    private static boolean isTerminated(ContainerStatus container) {
        return container.getState() != null && container.getState().getTerminated() != null;
    }

    private static boolean isFailed(ContainerStatus container) {
        return isTerminated(container) && container.getState().getTerminated().getExitCode() > 0;
    }
}
