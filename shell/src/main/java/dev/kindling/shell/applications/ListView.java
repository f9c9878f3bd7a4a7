package dev.kindling.shell.applications;

import dev.kindling.run.ListedApplication;
import dev.kindling.shell.applications.ListWatch.Change;
import dev.kindling.shell.applications.ListWatch.Changed;
import dev.kindling.shell.applications.ListWatch.Removed;
import dev.kindling.shell.terminal.LiveLines;
import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.Terminal;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How changes of a list are shown. */
interface ListView {
    /** None, if only time has passed. */
    void show(List<Change> changes);

    static ListView of(Terminal terminal, OutputOption output) {
        if (!output.isTable()) {
            return new OfDocuments(terminal.out(), output);
        }
        return terminal.screen()
                .<ListView>map(screen -> new OfScreen(screen, new LiveLines(terminal.out(), screen), new TreeMap<>()))
                .orElseGet(() -> new OfLines(terminal.out()));
    }

    /** The table, rewritten in place. */
    record OfScreen(Screen screen, LiveLines lines, Map<String, ListedApplication> applications) implements ListView {
        @Override
        public void show(List<Change> changes) {
            for (var change : changes) {
                if (change instanceof Changed changed) {
                    applications.put(changed.application().name(), changed.application());
                } else if (change instanceof Removed removed) {
                    applications.remove(removed.name());
                }
            }
            lines.show(ApplicationTable.of(applications.values()).lines(screen.columns()));
        }
    }

    /** A line each, as columns that programs can cut. */
    record OfLines(PrintStream out) implements ListView {
        private static final String LINE = "%s  %-40s  %-20s  %s%n";

        @Override
        public void show(List<Change> changes) {
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            for (var change : changes) {
                if (change instanceof Changed changed) {
                    var application = changed.application();
                    out.printf(
                            LINE, now, application.name(), application.state().name(), application.attempts());
                } else if (change instanceof Removed removed) {
                    out.printf(LINE, now, removed.name(), "(removed)", "-");
                }
            }
        }
    }

    /** A document each. */
    record OfDocuments(PrintStream out, OutputOption output) implements ListView {
        @Override
        public void show(List<Change> changes) {
            for (var change : changes) {
                var facts = change instanceof Changed changed
                        ? Facts.of(changed.application())
                        : Map.<String, Object>of("name", ((Removed) change).name(), "removed", true);
                out.println(output.streamed(facts));
            }
        }
    }
}
