package dev.kindling.internal.session;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.rule.Doctor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A diagnosis for which the cluster is asked what a watch of pods does not tell: events, nodes, quotas.
 *
 * @param asking threads that may wait for the cluster's answer
 * @param collected asks
 */
record CloserLook(Executor asking, Supplier<Evidence> collected) {

    private static final long PATIENCE_SECONDS = 5;

    /** Of what is known otherwise where the cluster does not answer. */
    CompletableFuture<Diagnosis> take(Supplier<Evidence> known) {
        return CompletableFuture.supplyAsync(collected, asking)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> known.get())
                .thenApply(Doctor::examine);
    }
}
