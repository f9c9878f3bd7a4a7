package dev.kindling.shell;

import dev.kindling.shell.console.session.ConsolePlace;
import java.nio.file.Path;
import java.util.List;

/** What the console says before its first prompt. */
final class Welcome {
    private Welcome() {}

    static List<String> lines(ConsolePlace place, Path log) {
        return List.of(
                String.join(", ", Versions.names()),
                "The first use of spark or sc starts a session on " + place + ".",
                "Look: show(ds) chart(ds) jobs() executors() logs(id) settings() ui(); after an error: why()",
                "Tab completes, Ctrl-C stops what runs, Ctrl-D leaves; help() tells the rest.",
                "Spark's log: " + log);
    }
}
