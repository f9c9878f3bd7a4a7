package dev.kindling.internal.application;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.kubernetes.PodReader;
import dev.kindling.internal.tracking.ObjectWatch;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks for what keeps a run from going on as soon as one of its pods has trouble, and tells of each problem once. A look
 * costs some requests, so that many changes at a time are one.
 */
final class Lookout implements ObjectWatch.Listener<Pod> {

    private static final long PAUSE_MILLIS = 1_000;

    /** For what no pod tells: volumes that are not mounted, an operator that does not come. */
    private static final List<Integer> ALSO_AFTER_SECONDS = List.of(12, 35, 120);

    /** What a container that is being made waits for, where all goes well. */
    private static final Set<String> ORDINARY = Set.of("", "ContainerCreating", "PodInitializing");

    private final Supplier<Diagnosis> diagnosis;
    private final Executor workers;
    private final Consumer<Finding> follower;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicBoolean isAboutToLook = new AtomicBoolean();
    private final Set<String> told = new HashSet<>();

    /**
     * From now on.
     *
     * @param workers may wait for the cluster; may refuse when the run is over
     */
    Lookout(Supplier<Diagnosis> diagnosis, Executor workers, Consumer<Finding> follower) {
        this.diagnosis = diagnosis;
        this.workers = workers;
        this.follower = follower;
        ALSO_AFTER_SECONDS.forEach(seconds -> look(TimeUnit.SECONDS.toMillis(seconds)));
    }

    /** Completes when there is nothing more to tell; whoever completes it is told no more. */
    CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void changed(Pod pod) {
        if (isInTrouble(PodReader.read(pod)) && isAboutToLook.compareAndSet(false, true)) {
            look(PAUSE_MILLIS);
        }
    }

    @Override
    public void removed(Pod pod) {
        // What it was in trouble for is over.
    }

    static boolean isInTrouble(PodFacts pod) {
        return pod.hasFailed()
                || pod.isLost()
                || pod.isWaiting()
                        && (!pod.unschedulable().isEmpty()
                                || pod.containers().stream()
                                        .anyMatch(each -> each.isWaiting() && !ORDINARY.contains(each.reason())));
    }

    private void look(long afterMillis) {
        CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS, this::begin)
                .execute(this::take);
    }

    private void begin(Runnable look) {
        try {
            workers.execute(look);
        } catch (RejectedExecutionException e) {
            over.complete(null); // The run has let go of its connection.
        }
    }

    private void take() {
        isAboutToLook.set(false);
        if (over.isDone()) {
            return;
        }
        try {
            diagnosis.get().findings().forEach(this::tell);
        } catch (KindlingException e) {
            return; // Without an answer there is nothing to tell; the next change is another occasion.
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    private synchronized void tell(Finding finding) {
        if (!over.isDone() && told.add(finding.cause())) {
            follower.accept(finding);
        }
    }
}
