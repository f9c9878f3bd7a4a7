package dev.kindling.internal.application;

import dev.kindling.internal.logs.LogEnd;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.run.KeptLog;
import dev.kindling.run.Outcome;
import java.util.List;

/** From what was last seen of a run, and its logs, to how it ended. */
final class Outcomes {

    private Outcomes() {}

    /** Whether it ended, and was not ended. */
    static boolean isItsOwnEnd(RunStatus last) {
        return last.verdict() == Verdict.SUCCEEDED || last.verdict() == Verdict.FAILED;
    }

    /** Of a run that ended by itself. */
    static Outcome of(RunStatus last, List<KeptLog> logs) {
        return last.verdict() == Verdict.SUCCEEDED ? new Outcome.Succeeded() : failed(last, logs);
    }

    /** Of a run that was ended: by us, by its operator on someone's request, or by a deletion. */
    static Outcome ofStopped(TrackedRun.Ending ending, boolean byUs) {
        var state = ending.last().state();
        return byUs || !ending.isGone() ? new Outcome.Cancelled(state) : new Outcome.Gone(state);
    }

    private static Outcome failed(RunStatus last, List<KeptLog> logs) {
        var log = logs.stream()
                .filter(kept -> kept.source().isDriver() && kept.source().attempt() == last.attempts())
                .reduce((earlier, later) -> later)
                .map(LogEnd::of);
        return new Outcome.Failed(
                last.state().toString(),
                log.flatMap(LogEnd::exception),
                last.exitCode(),
                last.attempts(),
                log.map(LogEnd::tail).orElse(List.of()));
    }
}
