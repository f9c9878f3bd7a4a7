package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.ContainerState.Running;
import dev.kindling.embedded.internal.kubelet.ContainerState.Terminated;
import dev.kindling.embedded.internal.kubelet.ContainerState.Waiting;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders a pod's status as a kubelet writes it. Keeps the time at which each condition last changed. */
final class PodStatuses {

    private static final String NODE_ADDRESS = "127.0.0.1";

    private final Instant startTime;
    private final String qualityOfService;
    private final Map<String, PodCondition> conditions = new TreeMap<>();

    private PodStatuses(Instant startTime, String qualityOfService) {
        this.startTime = startTime;
        this.qualityOfService = qualityOfService;
    }

    static PodStatuses of(Pod pod, Instant startTime) {
        var admitted = Optional.ofNullable(pod.getStatus()).map(PodStatus::getQosClass);
        return new PodStatuses(startTime, admitted.orElse("BestEffort"));
    }

    /** @param address empty until the pod has one */
    PodStatus render(List<ContainerView> containers, Optional<String> address) {
        PodPhase phase = PodPhase.of(containers);
        var main = containers.stream().filter(view -> !view.init()).toList();
        boolean ready = phase == PodPhase.RUNNING && main.stream().allMatch(ContainerView::running);
        boolean initialized = containers.stream().filter(ContainerView::init).allMatch(ContainerView::succeeded);
        String why = phase == PodPhase.SUCCEEDED ? "PodCompleted" : ready ? "" : "ContainersNotReady";
        var builder = new PodStatusBuilder()
                .withPhase(phase.text())
                .withHostIP(NODE_ADDRESS)
                .addNewHostIP(NODE_ADDRESS)
                .withStartTime(text(startTime))
                .withQosClass(qualityOfService)
                .addToConditions(
                        condition("PodScheduled", true, ""),
                        condition("Initialized", initialized, initialized ? "" : "ContainersNotInitialized"),
                        condition("ContainersReady", ready, why),
                        condition("Ready", ready, why))
                .withInitContainerStatuses(statuses(containers, true))
                .withContainerStatuses(statuses(containers, false));
        address.ifPresent(ip -> builder.withPodIP(ip).addNewPodIP(ip));
        return builder.build();
    }

    private PodCondition condition(String type, boolean holds, String reason) {
        String status = holds ? "True" : "False";
        PodCondition before = conditions.get(type);
        if (before != null && before.getStatus().equals(status)) {
            return before;
        }
        var builder =
                new PodConditionBuilder().withType(type).withStatus(status).withLastTransitionTime(text(Instant.now()));
        if (!reason.isEmpty()) {
            builder.withReason(reason);
        }
        conditions.put(type, builder.build());
        return builder.build();
    }

    private static List<ContainerStatus> statuses(List<ContainerView> containers, boolean init) {
        return containers.stream()
                .filter(view -> view.init() == init)
                .map(PodStatuses::status)
                .toList();
    }

    private static ContainerStatus status(ContainerView view) {
        boolean running = view.running();
        var builder = new ContainerStatusBuilder()
                .withName(view.name())
                .withImage(view.image())
                .withImageID("")
                .withReady(view.init() ? view.succeeded() : running)
                .withStarted(running)
                .withRestartCount(view.restarts())
                .withState(state(view.state(), view.id()));
        if (!(view.state() instanceof Waiting)) {
            builder.withContainerID(view.id());
        }
        view.last().ifPresent(last -> builder.withLastState(state(last, view.id())));
        return builder.build();
    }

    private static io.fabric8.kubernetes.api.model.ContainerState state(ContainerState state, String id) {
        var builder = new ContainerStateBuilder();
        if (state instanceof Waiting waiting) {
            builder.withNewWaiting(emptyIsAbsent(waiting.message()), waiting.reason());
        } else if (state instanceof Running running) {
            builder.withNewRunning(text(running.startedAt()));
        } else if (state instanceof Terminated ended) {
            builder.withNewTerminated()
                    .withContainerID(id)
                    .withExitCode(ended.exitCode())
                    .withReason(ended.reason())
                    .withMessage(emptyIsAbsent(ended.message()))
                    .withStartedAt(text(ended.startedAt()))
                    .withFinishedAt(text(ended.finishedAt()))
                    .endTerminated();
        }
        return builder.build();
    }

    private static @org.jspecify.annotations.Nullable String emptyIsAbsent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
