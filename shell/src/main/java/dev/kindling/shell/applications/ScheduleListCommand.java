package dev.kindling.shell.applications;

import dev.kindling.run.ListedSchedule;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling schedule list}. */
@Command(name = "list", sortOptions = false, description = "List the schedules of a namespace.")
final class ScheduleListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    ScheduleListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var terminal = workbench.terminal();
        var found = workbench.clusters().apply(options.target()).schedules();
        if (!output.isTable()) {
            terminal.out().println(output.document(found.stream().map(Facts::of).toList()));
        } else if (found.isEmpty()) {
            terminal.err().println("no schedules found; for another namespace: kindling schedule list -n NAMESPACE");
        } else {
            terminal.print(table(found));
        }
        return ExitCode.OK;
    }

    private static Table table(List<ListedSchedule> schedules) {
        var now = Instant.now();
        var table = Table.of("NAME", "SCHEDULE", "ZONE", "STATE", "LAST RUN", "AGE");
        schedules.forEach(schedule -> table.row(
                schedule.name(),
                schedule.cron(),
                schedule.timeZone(),
                ScheduleStatusCommand.shown(schedule.state()),
                schedule.state().lastRun().map(last -> Age.of(last, now)).orElse("-"),
                Age.of(schedule.created(), now)));
        return table;
    }
}
