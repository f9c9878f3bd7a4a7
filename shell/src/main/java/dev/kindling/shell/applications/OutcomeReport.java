package dev.kindling.shell.applications;

import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.shell.command.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** An outcome as the command line tells it. */
record OutcomeReport(int exitCode, String text) {
    private static final int LINES = 20;

    /** @param logWasSeen whether the driver's log was printed, so that its end is no news */
    static OutcomeReport of(SubmittedApplication run, Outcome outcome, boolean logWasSeen) {
        var name = run.name();
        if (outcome instanceof Outcome.Succeeded) {
            return new OutcomeReport(ExitCode.OK, name + " succeeded" + attempts(run.attempts()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new OutcomeReport(ExitCode.FAILED, failure(name, failed, logWasSeen));
        }
        if (outcome instanceof Outcome.Cancelled cancelled) {
            return new OutcomeReport(
                    ExitCode.GONE,
                    name + " was cancelled; its last state: "
                            + cancelled.lastState().name());
        }
        if (outcome instanceof Outcome.Gone gone) {
            return new OutcomeReport(
                    ExitCode.GONE,
                    name + " was deleted before its end; its last state: "
                            + gone.lastState().name());
        }
        var last = ((Outcome.TimedOut) outcome).lastState();
        return new OutcomeReport(ExitCode.TIMED_OUT, name + " has not ended in time; its last state: " + last.name());
    }

    private static String failure(String name, Outcome.Failed failed, boolean logWasSeen) {
        var lines = new ArrayList<String>();
        lines.add(name + " failed" + attempts(failed.attempts()));
        failed.cause().ifPresent(cause -> lines.add("  cause:  " + cause.getMessage()));
        lines.add("  reason: " + String.join("\n    ", Excerpt.of(failed.reason())));
        failed.exitCode()
                .ifPresent(code -> lines.add("  exit code of the driver: " + code
                        + failed.exitCodeMeaning()
                                .map(meaning -> ", " + meaning)
                                .orElse("")));
        if (!logWasSeen) {
            lines.addAll(tail(failed.driverLogTail()));
        }
        return String.join("\n", lines);
    }

    private static List<String> tail(List<String> log) {
        var last = log.subList(Math.max(0, log.size() - LINES), log.size());
        var lines = new ArrayList<String>();
        if (!last.isEmpty()) {
            lines.add("  the driver's log ends with:");
            last.forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static String attempts(int number) {
        return number > 1 ? " after " + number + " attempts" : "";
    }
}
