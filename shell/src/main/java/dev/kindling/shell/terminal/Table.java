package dev.kindling.shell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligned columns under headings. Where they are too wide together, the widest are cut. For one thread. */
public final class Table {
    private static final String GAP = "  ";
    private static final String CUT = "…";
    private static final int NARROWEST = 6;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** Without rows. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
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
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** What a cluster says may hold line feeds, and escapes that would do things to the terminal. */
    private static String oneLine(Object cell) {
        return cell.toString().replaceAll("[\\p{Cntrl} ]+", " ").strip();
    }

    private int[] naturalWidths() {
        var widths = headings.stream().mapToInt(String::length).toArray();
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
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

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append(padded(cut(cells.get(i), widths[i]), widths[i]));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + CUT;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
