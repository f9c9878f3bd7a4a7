package dev.kindling.shell.applications;

import dev.kindling.run.LogKeeping;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling cancel NAME}. */
@Command(
        name = "cancel",
        sortOptions = false,
        description = "End an application: its logs are kept, then it is deleted.")
final class CancelCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private final HelpOption help = new HelpOption();

    CancelCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        application.find(workbench, LogKeeping.defaults()).cancel();
        workbench.terminal().out().println(application.name() + " cancelled");
        return ExitCode.OK;
    }
}
