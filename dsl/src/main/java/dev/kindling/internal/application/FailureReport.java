package dev.kindling.internal.application;

import dev.kindling.diagnosis.ApplicationFailedException;
import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Says what went wrong where a success was wanted. */
final class FailureReport {

    private static final Outcome.Failed NO_DRIVER =
            new Outcome.Failed("", Optional.empty(), OptionalInt.empty(), 0, List.of());

    private static final int CLUES = 3;

    private FailureReport() {}

    static Optional<ApplicationFailedException> of(SubmittedApplication run, Outcome outcome, Duration limit) {
        if (outcome instanceof Outcome.Failed failed) {
            return report(
                    run,
                    failed.reason(),
                    "the operator gave it up",
                    failed.cause()
                            .map(cause -> "correct what the driver threw: " + cause.getMessage())
                            .orElse("look for the first error in .driverLog() and .events()"),
                    failed);
        }
        if (outcome instanceof Outcome.Cancelled cancelled) {
            return report(
                    run,
                    "it was cancelled; last state " + cancelled.lastState(),
                    "someone ended it on purpose",
                    "submit it again",
                    NO_DRIVER);
        }
        if (outcome instanceof Outcome.Gone gone) {
            return report(
                    run,
                    "it is gone; last state " + gone.lastState(),
                    "someone deleted it before it ended, or its time to live is over",
                    "submit it again",
                    NO_DRIVER);
        }
        if (outcome instanceof Outcome.TimedOut late) {
            return report(
                    run,
                    "state " + late.lastState() + " after " + limit.toSeconds() + " s",
                    whyLate(run, late.lastState()),
                    "wait longer (await may be called again), or .delete() it",
                    NO_DRIVER);
        }
        return Optional.empty();
    }

    private static String whyLate(SubmittedApplication run, ApplicationState state) {
        return state.equals(ApplicationState.NEW)
                ? "no operator has looked at it: none runs, or it does not watch namespace \"" + run.namespace() + "\""
                : "it has not ended";
    }

    private static Optional<ApplicationFailedException> report(
            SubmittedApplication run, String seen, String why, String todo, Outcome.Failed driver) {
        var tried = "run application \"" + run.name() + "\" in namespace \"" + run.namespace() + "\"";
        return Optional.of(new ApplicationFailedException(
                found(run)
                        .map(finding -> new Explanation(
                                tried,
                                seen + "; " + finding.what() + clues(finding),
                                finding.why(),
                                finding.change().code()))
                        .orElse(new Explanation(tried, seen, why, todo)),
                driver.driverLogTail(),
                driver.cause().orElse(null)));
    }

    /** What is certain to lie behind it; the program's own exception is told as the cause anyway. */
    private static Optional<Finding> found(SubmittedApplication run) {
        try {
            return run.diagnose()
                    .first()
                    .filter(finding -> finding.isCertain() && !(finding instanceof Finding.ProgramFailed));
        } catch (KindlingException e) {
            return Optional.empty(); // Without an answer of the cluster the outcome still speaks.
        }
    }

    private static String clues(Finding finding) {
        return finding.evidence().stream()
                .limit(CLUES)
                .map(clue -> "\n          | " + clue)
                .collect(Collectors.joining());
    }
}
