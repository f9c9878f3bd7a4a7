package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.ContainerState.Running;
import dev.kindling.embedded.internal.kubelet.ContainerState.Terminated;
import dev.kindling.embedded.internal.kubelet.ContainerState.Waiting;
import dev.kindling.embedded.internal.kubelet.process.ContainerProcess;
import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One container of a pod over its starts. Used by the kubelet's thread only. */
final class ContainerRun {

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final Container spec;
    private final boolean init;
    private ContainerState state;
    private Optional<Terminated> last = Optional.empty();
    private int restarts;
    private boolean backingOff;
    private String id = "";
    private @Nullable ContainerProcess process;
    private CompletableFuture<?> ended = CompletableFuture.completedFuture(null);

    ContainerRun(Container spec, boolean init, boolean afterOthers) {
        this.spec = spec;
        this.init = init;
        this.state = new Waiting(afterOthers ? "PodInitializing" : "ContainerCreating", "");
    }

    Container spec() {
        return spec;
    }

    boolean isInit() {
        return init;
    }

    /** True if nothing but the kubelet keeps it from starting. */
    boolean isWaitingToStart() {
        return state instanceof Waiting && !backingOff;
    }

    boolean succeeded() {
        return view().succeeded();
    }

    Optional<ContainerProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Complete if no process of it runs. */
    CompletableFuture<?> whenEnded() {
        return ended;
    }

    void waiting(String reason, String message) {
        state = new Waiting(reason, message);
    }

    /** @param end completes when the process has ended and its log is written */
    void started(ContainerProcess started, CompletableFuture<?> end) {
        process = started;
        ended = end;
        id = "process://" + UUID.randomUUID();
        state = new Running(Instant.now());
    }

    void ended(int exitCode) {
        Instant startedAt = state instanceof Running running ? running.startedAt() : Instant.now();
        process = null;
        state = Terminated.exited(exitCode, startedAt, Instant.now());
    }

    /** It never ran. */
    void refused(String reason, String message) {
        state = new Terminated(128, reason, message, Instant.EPOCH, Instant.now());
    }

    /** Says that it will be started again, and returns after how long. */
    Duration backOff() {
        last = state instanceof Terminated ended ? Optional.of(ended) : last;
        Duration delay = FIRST_BACK_OFF.multipliedBy(1L << Math.min(restarts, 5));
        Duration limited = delay.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : delay;
        restarts++;
        backingOff = true;
        state = new Waiting(
                "CrashLoopBackOff",
                "back-off " + limited.toSeconds() + "s restarting failed container=" + spec.getName());
        return limited;
    }

    void backOffIsOver() {
        backingOff = false;
    }

    ContainerView view() {
        String image = spec.getImage() == null ? "" : spec.getImage();
        return new ContainerView(spec.getName(), image, id, init, state, last, restarts);
    }
}
