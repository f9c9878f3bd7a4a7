package dev.kindling.shell.applications;

import dev.kindling.run.ListedApplication;
import dev.kindling.shell.terminal.Table;
import java.time.Instant;
import java.util.Collection;

/** Applications as a table. */
final class ApplicationTable {
    private ApplicationTable() {}

    static Table of(Collection<ListedApplication> applications) {
        var table = Table.of("NAME", "OPERATOR", "STATE", "ATTEMPTS", "AGE", "MESSAGE");
        applications.forEach(application -> table.row(
                application.name(),
                OperatorName.of(application.operator()),
                application.state().name(),
                application.attempts(),
                Age.of(application.created(), Instant.now()),
                Excerpt.firstLine(application.state().message())));
        return table;
    }
}
