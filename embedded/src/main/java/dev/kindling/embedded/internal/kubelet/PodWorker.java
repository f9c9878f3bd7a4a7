package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One pod from the moment it is seen until its object is gone. Used by the kubelet's thread only. */
final class PodWorker {

    private static final long DEFAULT_GRACE_SECONDS = 30;

    /** An orphan may keep a container's output open; its log is not waited for longer than this. */
    private static final Duration LOG_LIMIT = Duration.ofSeconds(2);

    private final PodServices services;
    private final List<ContainerRun> containers;
    private final PodStatuses statuses;
    private final PodSandbox sandbox;
    private Pod pod;
    private boolean ending;

    private PodWorker(PodServices services, Pod pod, List<ContainerRun> containers) {
        this.services = services;
        this.pod = pod;
        this.containers = containers;
        this.statuses = PodStatuses.of(pod, Instant.now());
        Path folder = services.config().stateFolder().resolve("pods");
        this.sandbox = new PodSandbox(
                services, pod, new PodFolders(folder.resolve(pod.getMetadata().getUid())));
    }

    static PodWorker of(PodServices services, Pod pod) {
        var spec = pod.getSpec();
        boolean afterInit = !spec.getInitContainers().isEmpty();
        var containers = Stream.concat(
                        spec.getInitContainers().stream().map(init -> new ContainerRun(init, true, true)),
                        spec.getContainers().stream().map(main -> new ContainerRun(main, false, afterInit)))
                .toList();
        return new PodWorker(services, pod, containers);
    }

    /** Takes the pod onto this node and starts it as far as it can be started. */
    void begin() {
        sandbox.schedule();
        advance();
    }

    boolean isIn(String namespace) {
        return namespace.equals(pod.getMetadata().getNamespace());
    }

    /** The object was changed by someone; only a deletion matters to a pod that is on its node. */
    void changed(Pod now) {
        pod = now;
        if (now.getMetadata().getDeletionTimestamp() != null) {
            Long grace = now.getMetadata().getDeletionGracePeriodSeconds();
            end(grace == null ? DEFAULT_GRACE_SECONDS : grace);
        }
    }

    /** Starts what waits: an object it may have waited for has appeared, or its back-off is over. */
    void advance() {
        if (ending || phase().isFinal()) {
            return;
        }
        nextToRun().stream().filter(ContainerRun::isWaitingToStart).forEach(this::start);
        report();
    }

    /** The object is gone: nothing of the pod stays. Completes when that is so. */
    CompletableFuture<Void> gone() {
        ending = true;
        containers.forEach(run -> run.process().ifPresent(ContainerProcess::kill));
        var ends = containers.stream().map(ContainerRun::whenEnded).toArray(CompletableFuture<?>[]::new);
        return sandbox.removeAfter(CompletableFuture.allOf(ends));
    }

    /** The pod's object goes with the node. */
    void removeObject() {
        services.objects().remove(pod);
    }

    /** One init container after the other, then all main containers together. */
    private List<ContainerRun> nextToRun() {
        return containers.stream()
                .filter(run -> run.isInit() && !run.succeeded())
                .findFirst()
                .map(List::of)
                .orElseGet(
                        () -> containers.stream().filter(run -> !run.isInit()).toList());
    }

    private void start(ContainerRun run) {
        sandbox.start(run, this::advance).ifPresent(process -> {
            var log = sandbox.log(run);
            var logged = log.append(pod.getMetadata().getName(), process.output());
            var end = process.exit()
                    .thenCompose(code -> logged.completeOnTimeout(null, LOG_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                            .handle((done, failure) -> code));
            run.started(process, end);
            end.thenAcceptAsync(code -> exited(run, code), services.loop());
        });
    }

    private void exited(ContainerRun run, int code) {
        run.ended(code);
        if (!ending && startsAgain(run, code)) {
            restart(run);
        } else {
            report();
            sandbox.log(run).end();
        }
        if (ending) {
            finishIfEnded();
        } else {
            advance();
        }
        if (phase().isFinal()) {
            sandbox.release();
        }
    }

    private boolean startsAgain(ContainerRun run, int code) {
        String policy = Optional.ofNullable(pod.getSpec().getRestartPolicy()).orElse("Always");
        return switch (policy) {
            case "Never" -> false;
            case "OnFailure" -> code != 0;
            default -> !run.isInit() || code != 0;
        };
    }

    private void restart(ContainerRun run) {
        Duration delay = run.backOff();
        services.events()
                .warning(
                        pod,
                        "BackOff",
                        "Back-off restarting failed container " + run.spec().getName());
        report();
        services.loop()
                .schedule(
                        () -> {
                            run.backOffIsOver();
                            advance();
                        },
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void end(long graceSeconds) {
        if (!ending) {
            ending = true;
            running().forEach(run -> services.events()
                    .normal(pod, "Killing", "Stopping container " + run.spec().getName()));
            running().forEach(run -> run.process().ifPresent(ContainerProcess::terminate));
        }
        services.loop()
                .schedule(
                        () -> running().forEach(run -> run.process().ifPresent(ContainerProcess::kill)),
                        graceSeconds,
                        TimeUnit.SECONDS);
        finishIfEnded();
    }

    private void finishIfEnded() {
        if (running().isEmpty()) {
            report();
            services.objects().finishDeletion(pod);
        }
    }

    private List<ContainerRun> running() {
        return containers.stream().filter(run -> run.process().isPresent()).toList();
    }

    private PodPhase phase() {
        return PodPhase.of(views());
    }

    private void report() {
        services.objects().status(pod, statuses.render(views(), sandbox.address()));
    }

    private List<ContainerView> views() {
        return containers.stream().map(ContainerRun::view).toList();
    }
}
