package dev.kindling.run;

import java.util.List;

/**
 * How waiting for an application ended: reached, not to be reached any more, or the time is over. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * static int exitCode(Outcome outcome) {
 *     if (outcome instanceof Outcome.Failed failed) {
 *         failed.driverLogTail().forEach(System.err::println);
 *     }
 *     return outcome instanceof Outcome.Succeeded ? 0 : 1;
 * }
 * }</pre>
 */
public sealed interface Outcome {

    /** The driver ended with exit code 0. */
    record Succeeded() implements Outcome {}

    /**
     * The operator gave the application up: nothing will be tried again.
     *
     * @param reason what the operator says
     * @param driverLogTail the last lines of the driver's log, 200 at most; empty if no driver ran
     */
    record Failed(String reason, List<String> driverLogTail) implements Outcome {
        /** Copies the lines. */
        public Failed {
            driverLogTail = List.copyOf(driverLogTail);
        }
    }

    /**
     * Someone deleted the application before it ended.
     *
     * @param lastState what its operator said last
     */
    record Gone(ApplicationState lastState) implements Outcome {}

    /**
     * The time to wait is over, or the waiting thread was interrupted. The application goes on.
     *
     * @param lastState what its operator said last
     */
    record TimedOut(ApplicationState lastState) implements Outcome {}
}
