package dev.kindling.run;

import dev.kindling.diagnosis.DriverException;
import dev.kindling.internal.text.ExitCodes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** The driver of the last attempt ended with exit code 0. */
    record Succeeded() implements Outcome {}

    /**
     * The operator gave the application up: nothing will be tried again.
     *
     * @param reason what the operator says
     * @param cause the exception that ended the last driver, as its log has it; empty if no log was kept or it has none
     * @param exitCode of the last driver; empty if there was none or the operator does not say it
     * @param attempts how many attempts were begun; 0 if no driver was
     * @param driverLogTail the last lines of the last driver's log, 200 at most; empty if no driver ran
     */
    record Failed(
            String reason,
            Optional<DriverException> cause,
            OptionalInt exitCode,
            int attempts,
            List<String> driverLogTail)
            implements Outcome {
        /** Copies the lines. */
        public Failed {
            driverLogTail = List.copyOf(driverLogTail);
        }

        /**
         * What the exit code means: those of Spark itself, of what could not be started, and of signals; empty for one of the
         * program's own.
         */
        public Optional<String> exitCodeMeaning() {
            return exitCode.stream().boxed().findFirst().flatMap(ExitCodes::meaning);
        }
    }

    /**
     * It was ended on purpose before its own end: by {@link SubmittedApplication#cancel}, or shut down by its operator on
     * someone's request.
     *
     * @param lastState what its operator said last
     */
    record Cancelled(ApplicationState lastState) implements Outcome {}

    /**
     * The application was deleted, by someone or by its time to live, before an end of it was seen.
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
