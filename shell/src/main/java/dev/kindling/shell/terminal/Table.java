package dev.kindling.shell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Aligned columns under headings. Where they are too wide together, the widest are cut. For one thread.
 *
 * <p>Widths are those of a terminal's columns: Chinese characters and emoji take two.
 */
public final class Table {
    private static final String GAP = "  ";

    /** No column is cut to less than this, also where the table is then wider than it should be. */
    public static final int NARROWEST = 6;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();
    private boolean ruled;

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** Without rows. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** With a line under the headings. */
    public Table ruled() {
        ruled = true;
        return this;
    }

    /** With a column, counted from 0, whose cells stand at its right, as those of numbers should. */
    public Table rightAligned(int column) {
        right.add(column);
        return this;
    }

    /** Adds a row with a cell for each heading. */
    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::oneLine).toList());
        return this;
    }

    /** The headings and the rows, no line longer than the width. */
    public List<String> lines(int width) {
        var widths = fit(naturalWidths(), width);
        var lines = new ArrayList<String>();
        lines.add(line(headings, widths));
        if (ruled) {
            lines.add(line(Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths));
        }
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** What a cluster says may hold line feeds, and escapes that would do things to the terminal. */
    private static String oneLine(Object cell) {
        return cell.toString().replaceAll("[\\p{Cc} ]+", " ").strip();
    }

    private int[] naturalWidths() {
        var widths = headings.stream().mapToInt(TextWidth::of).toArray();
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private static int[] fit(int[] widths, int width) {
        var excess = (long) Arrays.stream(widths).sum() + (long) GAP.length() * (widths.length - 1) - width;
        for (; excess > 0; excess--) {
            var widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        var widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] >= widths[widest] ? i : widest;
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = TextWidth.cut(cells.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP)
                    .append(
                            right.contains(i)
                                    ? TextWidth.padLeft(text, widths[i])
                                    : TextWidth.padRight(text, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
