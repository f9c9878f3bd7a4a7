package dev.kindling.shell.applications;

import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling resume NAME}. */
@Command(name = "resume", sortOptions = false, description = "Start a suspended application; it begins anew.")
final class ResumeCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private final HelpOption help = new HelpOption();

    ResumeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        application.find(workbench).resume();
        workbench.terminal().out().println(application.name() + " resumed");
        return ExitCode.OK;
    }
}
