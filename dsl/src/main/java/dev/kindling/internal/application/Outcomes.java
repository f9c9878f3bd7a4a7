package dev.kindling.internal.application;

import dev.kindling.internal.logs.LogEnd;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.run.KeptLog;
import dev.kindling.run.Outcome;
import java.util.List;

/** From what was last seen of a run, and its logs, to how it ended. */
final class Outcomes {

    private Outcomes() {}

    /** Of a run whose custom resource is there, in a final state. */
    static Outcome of(RunStatus last, List<KeptLog> logs) {
        return switch (last.verdict()) {
            case SUCCEEDED -> new Outcome.Succeeded();
            case FAILED -> failed(last, logs);
            case SHUT_DOWN -> new Outcome.Cancelled(last.state());
            case OPEN -> throw new IllegalStateException("Not ended: " + last);
        };
    }

    /** Of a run that was deleted; it may have ended just before. */
    static Outcome ofGone(RunStatus last, boolean onPurpose) {
        return switch (last.verdict()) {
            case SUCCEEDED -> new Outcome.Succeeded();
            case FAILED -> failed(last, List.of());
            case OPEN, SHUT_DOWN -> onPurpose ? new Outcome.Cancelled(last.state()) : new Outcome.Gone(last.state());
        };
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
