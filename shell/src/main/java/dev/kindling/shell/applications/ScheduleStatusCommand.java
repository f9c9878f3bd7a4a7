package dev.kindling.shell.applications;

import dev.kindling.run.ScheduleState;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling schedule status NAME}. */
@Command(name = "status", sortOptions = false, description = "What the operator says of a schedule, and its runs.")
final class ScheduleStatusCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedSchedule schedule = new NamedSchedule();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    ScheduleStatusCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Being suspended is no state of the operator's. */
    static String shown(ScheduleState state) {
        return state.suspended() ? "suspended" : state.name();
    }

    @Override
    public Integer call() {
        var found = schedule.find(workbench);
        if (output.isTable()) {
            print(found);
        } else {
            workbench.terminal().out().println(output.document(Facts.of(found)));
        }
        return ExitCode.OK;
    }

    private void print(SubmittedSchedule found) {
        var out = workbench.terminal().out();
        var state = found.state();
        out.printf("name       %s%n", found.name());
        out.printf("namespace  %s%n", found.namespace());
        out.printf("state      %s%n", shown(state));
        state.lastRun().ifPresent(last -> out.printf("last run   %s%n", last));
        state.nextRun().filter(next -> !state.suspended()).ifPresent(next -> out.printf("next run   %s%n", next));
        if (!state.reason().isEmpty()) {
            out.printf("reason     %s%n", String.join("\n           ", Excerpt.of(state.reason())));
        }
        var runs = found.runs();
        if (!runs.isEmpty()) {
            out.println();
            workbench.terminal().print(ApplicationTable.of(runs));
        }
    }
}
