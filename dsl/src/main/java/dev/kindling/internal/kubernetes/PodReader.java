package dev.kindling.internal.kubernetes;

import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.driver.LoneDriver;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pods as evidence. */
public final class PodReader {

    /** Whose pod it is: what the operators and we write, before what Spark does (the same for all drivers). */
    private static final List<String> RUN_LABELS = List.of(
            "sparkoperator.k8s.io/app-name", "spark.operator/spark-app-name", LoneDriver.NAME_LABEL, "spark-app-name");

    private PodReader() {}

    /** What it says. */
    public static PodFacts read(Pod pod) {
        var metadata = pod.getMetadata();
        var labels = Objects.requireNonNullElse(metadata.getLabels(), Map.<String, String>of());
        var status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        var resources = sparks(pod).getResources();
        return new PodFacts(
                metadata.getName(),
                text(metadata.getNamespace()),
                text(metadata.getUid()),
                run(labels, metadata.getName()),
                labels.getOrDefault("spark-role", ""),
                labels.getOrDefault("spark-exec-id", ""),
                time(metadata.getCreationTimestamp()),
                text(status.getPhase()),
                disruption(status).map(PodCondition::getReason).orElseGet(() -> text(status.getReason())),
                disruption(status).map(PodCondition::getMessage).orElseGet(() -> text(status.getMessage())),
                text(pod.getSpec().getNodeName()),
                unschedulable(status),
                metadata.getDeletionTimestamp() != null,
                resources == null ? Map.of() : quantities(resources.getRequests()),
                resources == null ? Map.of() : quantities(resources.getLimits()),
                Objects.requireNonNullElse(pod.getSpec().getNodeSelector(), Map.of()),
                claims(pod),
                containers(status));
    }

    private static String run(Map<String, String> labels, String name) {
        return RUN_LABELS.stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(name);
    }

    private static Container sparks(Pod pod) {
        var containers = pod.getSpec().getContainers();
        return containers.stream()
                .filter(each -> text(each.getName()).startsWith("spark-kubernetes-"))
                .findFirst()
                .orElseGet(() -> containers.get(0));
    }

    public static Map<String, String> quantities(@Nullable Map<String, Quantity> quantities) {
        return Stream.ofNullable(quantities)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static String unschedulable(PodStatus status) {
        return Stream.ofNullable(status.getConditions())
                .flatMap(List::stream)
                .filter(each -> "PodScheduled".equals(each.getType()) && "False".equals(each.getStatus()))
                .map(each -> text(each.getMessage()))
                .findFirst()
                .orElse("");
    }

    /** A preempted or drained pod says so in a condition only, and that before it ends. */
    private static Optional<PodCondition> disruption(PodStatus status) {
        return Stream.ofNullable(status.getConditions())
                .filter(conditions -> text(status.getReason()).isEmpty())
                .flatMap(List::stream)
                .filter(each -> "DisruptionTarget".equals(each.getType()) && "True".equals(each.getStatus()))
                .findFirst();
    }

    private static List<String> claims(Pod pod) {
        return Stream.ofNullable(pod.getSpec().getVolumes())
                .flatMap(List::stream)
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .toList();
    }

    private static List<ContainerFacts> containers(PodStatus status) {
        return Stream.concat(
                        Stream.ofNullable(status.getInitContainerStatuses())
                                .flatMap(List::stream)
                                .map(each -> container(each, true)),
                        Stream.ofNullable(status.getContainerStatuses())
                                .flatMap(List::stream)
                                .map(each -> container(each, false)))
                .toList();
    }

    private static ContainerFacts container(ContainerStatus status, boolean init) {
        var state = Objects.requireNonNullElseGet(status.getState(), ContainerState::new);
        var image = text(status.getImage());
        if (state.getTerminated() != null) {
            var end = state.getTerminated();
            return new ContainerFacts(
                    status.getName(),
                    init,
                    image,
                    "ended",
                    text(end.getReason()),
                    text(end.getMessage()),
                    Objects.requireNonNullElse(end.getExitCode(), 0),
                    time(end.getFinishedAt()));
        }
        if (state.getRunning() != null) {
            var since = time(state.getRunning().getStartedAt());
            return new ContainerFacts(status.getName(), init, image, "running", "", "", 0, since);
        }
        var waiting = state.getWaiting();
        return new ContainerFacts(
                status.getName(),
                init,
                image,
                "waiting",
                waiting == null ? "" : text(waiting.getReason()),
                waiting == null ? "" : text(waiting.getMessage()),
                0,
                null);
    }

    static Instant time(@Nullable String text) {
        return text == null || text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    public static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
