package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;
import java.util.Set;

/**
 * What a custom resource says.
 *
 * @param operator product that it is written for
 * @param created when it was made
 * @param state the operator's word; empty while no operator has looked at it
 * @param message what the operator says to it
 * @param attempts how many were begun
 * @param verdict open, succeeded, failed or stopped
 */
public record ApplicationFacts(
        String operator, Instant created, String state, String message, int attempts, String verdict) {

    private static final Set<String> FAILING = Set.of("FAILED", "FAILING", "SUBMISSION_FAILED", "PENDING_RERUN");

    /** Whether its end needs no explanation: what a log says in passing is none. */
    public boolean isWell() {
        return verdict.equals("succeeded") || verdict.equals("stopped") || isPaused();
    }

    /** Its driver is stopped on purpose. */
    private boolean isPaused() {
        return Set.of("SUSPENDED", "SUSPENDING", "RESUMING").contains(state);
    }

    /** Whether the operator's message is about a failure. */
    public boolean hasFailed() {
        return verdict.equals("failed") || FAILING.contains(state) || state.endsWith("Failure");
    }
}
