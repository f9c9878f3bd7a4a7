package dev.kindling.shell.applications;

import dev.kindling.run.SubmittedSchedule;
import dev.kindling.shell.command.HelpOption;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindling schedule}: what can be done with schedules that are there. */
@Command(
        name = "schedule",
        synopsisSubcommandLabel = "VERB",
        description = "Schedules of Kubeflow's operator; kindling submit FILE makes one.")
final class ScheduleCommand implements Runnable {
    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    static CommandLine with(Workbench workbench) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleListCommand(workbench))
                .addSubcommand(new ScheduleStatusCommand(workbench))
                .addSubcommand(
                        "suspend",
                        verb(
                                workbench,
                                "suspended",
                                SubmittedSchedule::suspend,
                                "Make no more runs; one that goes on is left alone."))
                .addSubcommand(
                        "resume",
                        verb(
                                workbench,
                                "resumed",
                                SubmittedSchedule::resume,
                                "Make runs again, one at once if any was due."))
                .addSubcommand(
                        "delete",
                        verb(workbench, "deleted", SubmittedSchedule::delete, "Delete a schedule and all its runs."));
    }

    private static CommandLine verb(
            Workbench workbench, String done, Consumer<SubmittedSchedule> action, String description) {
        var command = new CommandLine(new ScheduleVerb(workbench, done, action));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which verb? Write: kindling schedule list, status, suspend, resume or delete");
    }
}
