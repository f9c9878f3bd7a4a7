package dev.kindling.samples.census;

import dev.kindling.shell.terminal.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A {@link Census} as text: a table, a bar chart. Pure functions. */
final class CensusReport {
    private static final String NAME = "package";
    private static final int SMALLEST_BAR = 10;

    private CensusReport() {}

    /** The largest packages, the others in one row, and the total. */
    static String table(Census census) {
        var rows = new ArrayList<>(census.largest());
        if (census.others().classes() > 0) {
            rows.add(census.others());
        }
        rows.add(census.total());
        var width = Math.max(NAME.length(), widest(rows));
        var header = row(width, NAME, "classes", "bytes", "methods");
        var lines = rows.stream()
                .map(row -> row(width, row.name(), number(row.classes()), number(row.bytes()), number(row.methods())));
        return header + "\n" + lines.collect(Collectors.joining("\n")) + "\n";
    }

    /** Classes of the largest packages as bars, in at most {@code width} columns where that leaves a bar at all. */
    static String chart(Census census, int width) {
        var rows = census.largest();
        if (rows.isEmpty()) {
            return "";
        }
        var names = widest(rows);
        var longest = rows.get(0).classes();
        var numbers = number(longest).length();
        var room = Math.max(SMALLEST_BAR, width - names - numbers - 2);
        var format = "%-" + names + "s %" + numbers + "s %s";
        return rows.stream()
                .map(row -> String.format(
                                format,
                                row.name(),
                                number(row.classes()),
                                Bar.of(room * (double) row.classes() / longest))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static int widest(List<PackageCount> rows) {
        return rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    }

    private static String row(int width, String name, String classes, String bytes, String methods) {
        return String.format("%-" + width + "s %9s %12s %10s", name, classes, bytes, methods);
    }
}
