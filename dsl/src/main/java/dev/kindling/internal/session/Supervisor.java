package dev.kindling.internal.session;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.rule.Doctor;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private static final int UNAUTHORIZED = 401;

    private static final String REFUSAL = "creating an executor's pod";

    private SessionLimits limits;
    private final SessionEvidence evidence;
    private final ExecutorLedger ledger;
    private final ExecutorLogs logs;
    private final CloserLook look;
    private final ScheduledExecutorService timer;
    private final Consumer<String> progress;
    private boolean waitsAfterRefusal;
    private boolean waitsForNodes;
    private boolean looksCloser;
    private Instant lastRefusal = Instant.EPOCH;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<KindlingException> broken = new CompletableFuture<>();
    private final List<Instant> failures = new ArrayList<>();
    private final Set<String> judged = new HashSet<>();
    private String lastSaid = "";

    Supervisor(
            SessionLimits limits,
            SessionEvidence evidence,
            ExecutorLogs logs,
            CloserLook look,
            ScheduledExecutorService timer,
            Consumer<String> progress) {
        this.limits = limits;
        this.evidence = evidence;
        this.ledger = evidence.ledger();
        this.logs = logs;
        this.look = look;
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
            if (now >= limits.executors()) {
                evidence.memory().forget(REFUSAL);
                started.complete(null);
            }
        });
    }

    void podChanged(PodFacts pod) {
        timer.execute(() -> {
            ledger.pod(pod);
            if (pod.hasFailed() || pod.isLost()) {
                judge(pod);
            } else if (pod.isRunning()) {
                logs.follow(pod);
            } else if (pod.hasSucceeded()) {
                logs.forget(pod.name());
            } else if (pod.isWaiting() && !started.isDone()) {
                consider(pod);
            }
        });
    }

    void podGone(PodFacts pod) {
        timer.execute(() -> {
            ledger.podGone(pod);
            if (!judged.remove(pod.name())) {
                logs.forget(pod.name());
            }
        });
    }

    /**
     * The API server refuses a pod: Spark would ask again every second, for ever, and only log it. Not so where a token has
     * expired, as the next request brings the new one.
     */
    void podRefused(KubernetesClientException refusal) {
        if (refusal.getCode() == UNAUTHORIZED) {
            return;
        }
        evidence.memory().forget(REFUSAL); // The latest one says as much as all.
        evidence.thrown(REFUSAL, refusal);
        timer.execute(() -> {
            lastRefusal = Instant.now();
            if (!waitsAfterRefusal) {
                say("the API server refuses executor pods: " + refusal.getMessage());
                waitsAfterRefusal = true;
                timer.schedule(this::stillRefused, Patience.WITH_REFUSALS.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** A session that runs can do with fewer executors, but not with none; it waits for what may pass, as a full quota. */
    private void stillRefused() {
        waitsAfterRefusal = false;
        boolean goesOn = lastRefusal.isAfter(Instant.now().minus(Patience.BETWEEN_REFUSALS));
        if (!goesOn || started.isDone() && ledger.registeredCount() > 0) {
            return;
        }
        var diagnosis = diagnosis();
        if (!started.isDone() || !diagnosis.first().map(Finding::waitingHelps).orElse(false)) {
            giveUp(StartFailures.because(limits, diagnosis));
        }
    }

    private void judge(PodFacts pod) {
        if (judged.add(pod.name())) {
            logs.ended(pod).thenAcceptAsync(log -> failed(new FailureMemory.Failure(pod, log, Instant.now())), timer);
        }
    }

    private void failed(FailureMemory.Failure failure) {
        logs.forget(failure.pod().name());
        evidence.memory().add(failure);
        if (!failure.pod().isDisrupted()) {
            failures.add(Instant.now());
        }
        failures.removeIf(time -> time.isBefore(Instant.now().minus(Patience.FAILURE_WINDOW)));
        say("executor " + failure.pod().executor() + " (pod " + failure.pod().name() + ") ended with "
                + failure.pod().condition());
        if (!started.isDone() && diagnosis().findings().stream().anyMatch(Finding.Unreachable.class::isInstance)) {
            giveUp(StartFailures.because(limits, diagnosis()));
        } else if (failures.size() > limits.maxExecutorFailures()) {
            giveUp(StartFailures.tooManyFailures(limits, failures.size(), failure.pod(), diagnosis()));
        }
    }

    private void consider(PodFacts pod) {
        if (!pod.unschedulable().isEmpty()) {
            say("pod " + pod.name() + " waits for a node: " + pod.unschedulable());
            waitForNodes();
        }
        switch (waitingFor(pod)) {
            case "InvalidImageName", "ErrImageNeverPull" -> giveUp(StartFailures.because(limits, diagnosis()));
            case "ErrImagePull", "ImagePullBackOff", "CreateContainerConfigError", "CreateContainerError" -> {
                say("pod " + pod.name() + ": " + pod.condition());
                timer.schedule(() -> stillWaiting(pod), Patience.WITH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
            }
            case "", "ContainerCreating" -> lookCloserLater();
            default -> {}
        }
    }

    /** Volumes that cannot be mounted show in events only. */
    private void lookCloserLater() {
        if (!looksCloser) {
            looksCloser = true;
            timer.schedule(() -> closer(this::tellWhy), Patience.WITH_VOLUMES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellWhy(Diagnosis diagnosis) {
        looksCloser = false;
        diagnosis
                .first()
                .ifPresent(finding -> say("pods do not start: " + finding.what() + "; to do: "
                        + finding.change().code()));
    }

    private void waitForNodes() {
        if (!waitsForNodes) {
            waitsForNodes = true;
            timer.schedule(() -> closer(this::stillWithoutNode), Patience.WITH_NODES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Full nodes may become free; nodes that are too small stay so. */
    private void stillWithoutNode(Diagnosis diagnosis) {
        waitsForNodes = false;
        if (StartFailures.isForEver(diagnosis)) {
            giveUp(StartFailures.because(limits, diagnosis));
        }
    }

    /** Not for a session that has started meanwhile. */
    private void closer(Consumer<Diagnosis> then) {
        look.take(this::known)
                .thenAcceptAsync(
                        diagnosis -> {
                            if (!started.isDone()) {
                                then.accept(diagnosis);
                            }
                        },
                        timer);
    }

    private static String waitingFor(PodFacts pod) {
        return pod.spark().map(ContainerFacts::reason).orElse("");
    }

    private void stillWaiting(PodFacts before) {
        if (ledger.pods().stream().anyMatch(pod -> pod.uid().equals(before.uid()) && isStuck(pod))) {
            giveUp(StartFailures.because(limits, diagnosis()));
        }
    }

    private static boolean isStuck(PodFacts pod) {
        return pod.isWaiting()
                && (waitingFor(pod).startsWith("CreateContainer")
                        || waitingFor(pod).contains("ImagePull"));
    }

    private void timeOut() {
        if (!started.isDone()) {
            closer(diagnosis -> {
                var waiting = ledger.pods().stream().filter(PodFacts::isWaiting).toList();
                giveUp(StartFailures.timedOut(limits, ledger.registeredCount(), waiting, diagnosis));
            });
        }
    }

    private Diagnosis diagnosis() {
        return Doctor.examine(known());
    }

    private Evidence known() {
        return evidence.now(new DriverPoint(limits.driverHost(), limits.driverPort()));
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
