package dev.kindling.embedded.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * How an object goes.
 *
 * @param gracePeriodSeconds null: what the pod says (30 s if it says nothing); 0: at once, without the kubelet's word
 * @param uid null, or the only object meant: 409 if the name now belongs to another
 * @param resourceVersion null, or the only version meant
 * @param dryRun true: check, change nothing
 */
public record DeleteOptions(
        @Nullable Long gracePeriodSeconds,
        Propagation propagation,
        @Nullable String uid,
        @Nullable String resourceVersion,
        boolean dryRun) {
    /** The dependents go after the owner, with the pod's own grace period. */
    public static final DeleteOptions DEFAULT = new DeleteOptions(null, Propagation.BACKGROUND, null, null, false);

    /** What becomes of the objects that name this one as their owner. */
    public enum Propagation {
        BACKGROUND,
        FOREGROUND,
        ORPHAN
    }

    public DeleteOptions gracePeriod(long seconds) {
        return new DeleteOptions(seconds, propagation, uid, resourceVersion, dryRun);
    }

    public DeleteOptions onlyUid(String wanted) {
        return new DeleteOptions(gracePeriodSeconds, propagation, wanted, resourceVersion, dryRun);
    }
}
