package dev.kindling.shell.applications;

import dev.kindling.run.ApplicationEvent;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.terminal.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling events NAME}. */
@Command(
        name = "events",
        sortOptions = false,
        description = "What the cluster noted about an application and its pods, oldest first.")
final class EventsCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Mixin
    private NamedApplication application = new NamedApplication();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    EventsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var events = application.find(workbench).events();
        var terminal = workbench.terminal();
        if (!output.isTable()) {
            terminal.out()
                    .println(output.document(events.stream().map(Facts::of).toList()));
        } else if (events.isEmpty()) {
            terminal.err().println("no events; Kubernetes forgets them after an hour");
        } else {
            terminal.print(table(events));
        }
        return ExitCode.OK;
    }

    private static Table table(List<ApplicationEvent> events) {
        var now = Instant.now();
        var table = Table.of("AGE", "TYPE", "REASON", "OBJECT", "MESSAGE");
        events.forEach(event -> table.row(
                Age.of(event.time(), now), Facts.type(event), event.reason(), event.object(), event.message()));
        return table;
    }
}
