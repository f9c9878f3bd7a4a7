package dev.kindling.shell.applications;

import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Table;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling status NAME}. */
@Command(
        name = "status",
        sortOptions = false,
        description = {
            "What the operator says of an application, and what keeps it from going on.",
            "With --wait, wait for its end and exit as it did."
        })
final class StatusCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    StatusCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (waiting.isAskedFor()) {
            var run = application.find(workbench, LogKeeping.defaults());
            var exitCode = new Waiting(workbench, run, application.options()).untilEnd(waiting.limit(), false, false);
            print(run);
            return exitCode;
        }
        var run = application.find(workbench);
        print(run);
        if (output.isTable()) {
            new Problems(run, workbench.terminal().out()::println).look();
        }
        return ExitCode.OK;
    }

    private void print(SubmittedApplication run) {
        var terminal = workbench.terminal();
        if (!output.isTable()) {
            terminal.out().println(output.document(Facts.of(run)));
            return;
        }
        var out = terminal.out();
        out.printf("name       %s%n", run.name());
        out.printf("namespace  %s%n", run.namespace());
        out.printf("state      %s%n", run.state().name());
        out.printf("attempts   %d%n", run.attempts());
        if (!run.state().message().isEmpty()) {
            out.printf(
                    "message    %s%n",
                    String.join("\n           ", Excerpt.of(run.state().message())));
        }
        if (run.states().size() > 1) {
            out.println();
            terminal.print(states(run));
        }
    }

    private static Table states(SubmittedApplication run) {
        var table = Table.of("SEEN", "ATTEMPT", "STATE", "MESSAGE");
        run.states()
                .forEach(change -> table.row(
                        change.time().truncatedTo(ChronoUnit.SECONDS),
                        change.attempt(),
                        change.state().name(),
                        Excerpt.firstLine(change.state().message())));
        return table;
    }
}
