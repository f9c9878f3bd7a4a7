package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling delete NAME}. */
@Command(
        name = "delete",
        sortOptions = false,
        description = "Delete an application, its pods and the logs that are kept of it.")
final class DeleteCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private final HelpOption help = new HelpOption();

    DeleteCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        application.find(workbench).delete();
        workbench.terminal().out().println(application.name() + " deleted");
        return ExitCode.OK;
    }
}
