package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling restart NAME}. */
@Command(
        name = "restart",
        sortOptions = false,
        description = "Submit the same again under the next free name, and print that.")
final class RestartCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private final HelpOption help = new HelpOption();

    RestartCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var again = application.find(workbench).restart();
        workbench.terminal().out().println(again.name());
        workbench
                .terminal()
                .err()
                .println("submitted again; to follow it: kindling logs -f " + again.name() + application.options());
        return ExitCode.OK;
    }
}
