package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling ui NAME}. */
@Command(
        name = "ui",
        sortOptions = false,
        description =
                "Print the address of an application's Spark UI; it can be opened until the application ends, or Ctrl-C.")
final class UiCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private final HelpOption help = new HelpOption();

    UiCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var run = application.find(workbench);
        var terminal = workbench.terminal();
        try (var ui = run.ui()) {
            terminal.out().println(ui.uri());
            terminal.err().println("open until " + run.name() + " ends, or Ctrl-C");
            workbench.interruption().announce("closed; " + run.name() + " goes on");
            run.await(WaitOptions.LONGEST);
        }
        terminal.err().println(run.name() + " has ended: " + run.state().name());
        return ExitCode.OK;
    }
}
