package dev.kindling.internal.session;

import dev.kindling.diagnosis.KindlingException;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.internal.kubernetes.ExecutorLogs;
import dev.kindling.internal.kubernetes.ExecutorPod;
import dev.kindling.internal.kubernetes.ExecutorPod.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a start is complete, when it can't become complete any more, and when a running session has lost too
 * many executors. Spark itself would end the JVM in these cases, or wait without a word.
 *
 * <p>Everything happens on the one thread of {@code timer}, so there is no locking.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** A pull that failed once may work the second time; a kubelet's back-off begins after about 10 seconds. */
    private static final Duration PATIENCE_WITH_WAITING = Duration.ofSeconds(10);
    /** Failures longer ago than this no longer count against a session that may run for weeks. */
    private static final Duration FAILURE_WINDOW = Duration.ofHours(1);

    private SessionLimits limits;
    private final ExecutorLedger ledger;
    private final ExecutorLogs logs;
    private final ScheduledExecutorService timer;
    private final Consumer<String> progress;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<KindlingException> broken = new CompletableFuture<>();
    private final Deque<Instant> failures = new ArrayDeque<>();
    private final Set<String> judged = new HashSet<>();
    private String lastSaid = "";

    Supervisor(
            SessionLimits limits,
            ExecutorLedger ledger,
            ExecutorLogs logs,
            ScheduledExecutorService timer,
            Consumer<String> progress) {
        this.limits = limits;
        this.ledger = ledger;
        this.logs = logs;
        this.timer = timer;
        this.progress = progress;
    }

    /** Completes when enough executors have registered; fails with a {@link KindlingException}. */
    CompletableFuture<Void> started() {
        return started;
    }

    /** Completes, after the start, when the session must be stopped. */
    CompletableFuture<KindlingException> broken() {
        return broken;
    }

    /**
     * Begins to wait.
     *
     * @param driverPort where the driver really listens: Spark moves on from a port that was taken in the meantime
     */
    void begin(int driverPort) {
        timer.execute(() -> limits = limits.at(driverPort));
        timer.schedule(this::timeOut, limits.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
        executorsChanged();
    }

    void executorsChanged() {
        timer.execute(() -> {
            int now = ledger.registeredCount();
            say(now + " of " + limits.executors() + " executors registered");
            if (now >= limits.executors() && started.complete(null)) {
                logs.close();
            }
        });
    }

    void podChanged(ExecutorPod pod) {
        timer.execute(() -> {
            ledger.pod(pod);
            if (pod.hasStarted() && !started.isDone()) {
                logs.follow(pod.name());
            }
            if (pod.state() instanceof State.Ended ended && ended.exitCode() != 0 && !pod.deleting()) {
                judge(pod, ended);
            } else if (pod.state() instanceof State.Waiting waiting && !started.isDone()) {
                consider(pod, waiting);
            }
        });
    }

    void podGone(ExecutorPod pod) {
        timer.execute(() -> {
            ledger.podGone(pod);
            judged.remove(pod.name());
        });
    }

    private void judge(ExecutorPod pod, State.Ended ended) {
        if (judged.add(pod.name())) {
            logs.ended(pod.name()).thenAcceptAsync(log -> failed(new ExecutorFailure(pod, ended, log)), timer);
        }
    }

    private void failed(ExecutorFailure failure) {
        logs.forget(failure.pod().name());
        failures.add(Instant.now());
        while (failures.peek().isBefore(Instant.now().minus(FAILURE_WINDOW))) {
            failures.remove();
        }
        say(failure.summary());
        if (failure.couldNotReach(limits.driverHost(), limits.driverPort())) {
            giveUp(StartProblems.driverUnreachable(limits, failure));
        } else if (failures.size() > limits.maxExecutorFailures()) {
            giveUp(StartProblems.tooManyFailures(limits, failures.size(), failure));
        }
    }

    private void consider(ExecutorPod pod, State.Waiting waiting) {
        pod.unschedulable().ifPresent(why -> say("pod " + pod.name() + " waits for a node: " + why));
        switch (waiting.reason()) {
            case "InvalidImageName", "ErrImageNeverPull" -> giveUp(StartProblems.neverStarts(limits, pod, waiting));
            case "ErrImagePull", "ImagePullBackOff", "CreateContainerConfigError", "CreateContainerError" -> {
                say("pod " + pod.name() + ": " + waiting.reason() + " " + waiting.message());
                timer.schedule(() -> stillWaiting(pod), PATIENCE_WITH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
            }
            default -> {}
        }
    }

    private void stillWaiting(ExecutorPod before) {
        Optional<ExecutorPod> now = ledger.waiting().stream()
                .filter(pod -> pod.name().equals(before.name()))
                .findFirst();
        now.filter(pod -> StartProblems.isStuck((State.Waiting) pod.state()))
                .ifPresent(pod -> giveUp(StartProblems.neverStarts(limits, pod, (State.Waiting) pod.state())));
    }

    private void timeOut() {
        if (!started.isDone()) {
            List<ExecutorPod> waiting = ledger.waiting();
            giveUp(StartProblems.timedOut(limits, ledger.registeredCount(), waiting));
        }
    }

    private void giveUp(StartFailedException problem) {
        if (!started.completeExceptionally(problem) && !started.isCompletedExceptionally()) {
            broken.complete(problem);
        }
    }

    /** What the caller's code throws must not keep a start from ending. */
    private void tell(String what) {
        try {
            progress.accept(what);
        } catch (RuntimeException e) {
            LOG.warn("The progress callback failed on \"{}\"", what, e);
        }
    }

    private void say(String what) {
        if (!what.equals(lastSaid) && !started.isDone()) {
            lastSaid = what;
            tell(what);
        }
    }
}
