package dev.kindling.shell.applications;

import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling logs NAME}. */
@Command(
        name = "logs",
        sortOptions = false,
        description = {
            "Print the driver's log, or an executor's: of pods that are there, and what was kept of those that are gone.",
            "With -f until the application has ended; Ctrl-C ends the printing only."
        })
final class LogsCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the application has ended, over all its attempts.")
    private boolean follow;

    @Mixin
    private LogSelection selection = new LogSelection();

    @Mixin
    private final HelpOption help = new HelpOption();

    LogsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var run = application.find(workbench, follow ? LogKeeping.defaults() : LogKeeping.off());
        var printer = new LogPrinter(workbench.terminal(), selection);
        if (follow) {
            workbench.interruption().announce("stopped following; " + run.name() + " goes on");
            run.logs().follow(printer).join();
        } else {
            run.logs().soFar(printer);
        }
        tellWhatIsLost(run, printer);
        return ExitCode.OK;
    }

    private void tellWhatIsLost(SubmittedApplication run, LogPrinter printer) {
        var err = workbench.terminal().err();
        run.logs().lostAttempts().stream()
                .filter(attempt -> selection.wantsAttempt(attempt) && !printer.hasSeen(attempt))
                .forEach(attempt -> err.println(
                        "the log of attempt " + attempt + " is lost: its pod was gone before anybody followed it"));
        if (printer.isEmpty()) {
            err.println("no log of " + selection + " so far; " + run.name() + " is "
                    + run.state().name());
        }
    }
}
