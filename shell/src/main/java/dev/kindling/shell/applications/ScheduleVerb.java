package dev.kindling.shell.applications;

import dev.kindling.run.SubmittedSchedule;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling schedule suspend NAME} and the like: one thing is asked, and a line says that it is done. */
@Command(sortOptions = false)
final class ScheduleVerb implements Callable<Integer> {
    private final Workbench workbench;
    private final String done;
    private final Consumer<SubmittedSchedule> action;

    @Mixin
    private NamedSchedule schedule = new NamedSchedule();

    @Mixin
    private final HelpOption help = new HelpOption();

    ScheduleVerb(Workbench workbench, String done, Consumer<SubmittedSchedule> action) {
        this.workbench = workbench;
        this.done = done;
        this.action = action;
    }

    @Override
    public Integer call() {
        var found = schedule.find(workbench);
        action.accept(found);
        workbench.terminal().out().println(found.name() + " " + done);
        return ExitCode.OK;
    }
}
