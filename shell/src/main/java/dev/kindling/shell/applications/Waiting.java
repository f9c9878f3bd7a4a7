package dev.kindling.shell.applications;

import dev.kindling.run.Outcome;
import dev.kindling.run.StateChange;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.shell.terminal.Terminal;
import java.time.Duration;
import java.util.List;

/** Waits for the end of an application, telling of its states, and says how it ended. */
final class Waiting {
    private final Workbench workbench;
    private final Terminal terminal;
    private final SubmittedApplication run;
    private final String options;

    /** @param options those that find the cluster again, for another command line */
    Waiting(Workbench workbench, SubmittedApplication run, String options) {
        this.workbench = workbench;
        this.terminal = workbench.terminal();
        this.run = run;
        this.options = options;
    }

    /** Gives the exit code. */
    int untilEnd(Duration limit, boolean withLog, boolean isDeleted) {
        workbench.interruption().announce(isDeleted ? "deleting " + run.name() : goesOn());
        var states = run.followStates(this::tell);
        var log = withLog ? run.followLog(terminal.out()::println) : states;
        var problems = new Problems(run, terminal.err()::println);
        var found = problems.follow();
        var outcome = run.await(limit);
        List.of(states, log, found).forEach(each -> each.cancel(true));
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.TimedOut) {
            problems.look();
        }
        var report = OutcomeReport.of(run, outcome, withLog);
        terminal.err().println(report.text());
        if (outcome instanceof Outcome.TimedOut && !isDeleted) {
            terminal.err().println(goesOn());
        }
        return report.exitCode();
    }

    private void tell(StateChange change) {
        var attempt = change.attempt() > 1 ? " (attempt " + change.attempt() + ")" : "";
        var message = Excerpt.firstLine(change.state().message());
        terminal.err()
                .println(run.name() + ": " + change.state().name() + attempt
                        + (message.isEmpty() ? "" : ": " + message));
    }

    private String goesOn() {
        return run.name() + " goes on in namespace " + run.namespace() + "; to see it: kindling logs -f " + run.name()
                + options;
    }
}
