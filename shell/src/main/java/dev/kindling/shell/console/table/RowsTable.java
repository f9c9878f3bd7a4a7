package dev.kindling.shell.console.table;

import dev.kindling.shell.console.table.FirstRows.ColumnHead;
import dev.kindling.shell.terminal.Table;
import dev.kindling.shell.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as a table that fits the terminal; columns that do not fit even when they are cut are named below it. */
public final class RowsTable {
    private static final int GAP = 2;

    private RowsTable() {}

    /** No line is longer than the width, unless the first column alone is. */
    public static List<String> lines(FirstRows rows, int width) {
        int shown = fitting(rows, width);
        var columns = rows.columns().subList(0, shown);
        var table = Table.of(columns.stream().map(ColumnHead::name).toArray(String[]::new))
                .ruled();
        for (int i = 0; i < shown; i++) {
            if (columns.get(i).number()) {
                table.rightAligned(i);
            }
        }
        rows.rows().forEach(row -> table.row(row.subList(0, shown).toArray()));
        var lines = new ArrayList<>(table.lines(width));
        remarks(rows, shown).forEach(remark -> lines.add(TextWidth.cut(remark, width)));
        return lines;
    }

    private static List<String> remarks(FirstRows rows, int shown) {
        var remarks = new ArrayList<String>();
        if (rows.rows().isEmpty()) {
            remarks.add("(no rows)");
        } else if (rows.more()) {
            remarks.add("… only the first "
                    + (rows.rows().size() == 1 ? "row" : rows.rows().size() + " rows"));
        }
        var left = rows.columns().subList(shown, rows.columns().size());
        if (!left.isEmpty()) {
            remarks.add("… " + left.size() + " more columns: "
                    + left.stream().map(ColumnHead::name).collect(Collectors.joining(", ")));
        }
        return remarks;
    }

    /** How many columns fit when each is cut as far as may be. */
    private static int fitting(FirstRows rows, int width) {
        int taken = 0;
        for (int i = 0; i < rows.columns().size(); i++) {
            taken += (i == 0 ? 0 : GAP) + Math.min(Table.NARROWEST, natural(rows, i));
            if (taken > width && i > 0) {
                return i;
            }
        }
        return rows.columns().size();
    }

    private static int natural(FirstRows rows, int column) {
        return rows.rows().stream()
                .mapToInt(row -> TextWidth.of(row.get(column)))
                .reduce(TextWidth.of(rows.columns().get(column).name()), Math::max);
    }
}
