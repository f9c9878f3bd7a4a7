package dev.kindling.run;

/**
 * Who wrote a log. Attempts of an application may use the same pod name, so its uid tells pods apart. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * static boolean isOfLastTry(LogSource source, SubmittedApplication run) {
 *     return source.isDriver() && source.attempt() == run.attempts();
 * }
 * }</pre>
 *
 * @param attempt from 1
 * @param executor the executor's id; empty for a driver
 * @param pod name of the pod
 * @param uid uid of the pod
 */
public record LogSource(int attempt, String executor, String pod, String uid) {
    /** Whether it is a driver. */
    public boolean isDriver() {
        return executor.isEmpty();
    }

    @Override
    public String toString() {
        return (isDriver() ? "driver" : "executor " + executor) + " of attempt " + attempt;
    }
}
