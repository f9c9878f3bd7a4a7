package dev.kindling.shell.console.chart;

import java.util.List;
import java.util.stream.IntStream;

/** Dots, two by four in each character (Braille patterns of Unicode). The first dot is at the upper left. */
final class DotCanvas {
    private static final char EMPTY = '\u2800';
    /** The bit of each dot of a character, row by row. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final int[][] cells;

    DotCanvas(int columns, int rows) {
        this.columns = columns;
        this.cells = new int[rows][columns];
    }

    int width() {
        return columns * BITS[0].length;
    }

    int height() {
        return cells.length * BITS.length;
    }

    /** All dots between two. */
    void line(int fromX, int fromY, int toX, int toY) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int i = 0; i <= steps; i++) {
            dot(
                    Math.round(fromX + (toX - fromX) * (float) i / steps),
                    Math.round(fromY + (toY - fromY) * (float) i / steps));
        }
    }

    private void dot(int x, int y) {
        cells[y / BITS.length][x / BITS[0].length] |= BITS[y % BITS.length][x % BITS[0].length];
    }

    /** From top to bottom; blanks where there is no dot. */
    List<String> lines() {
        return IntStream.range(0, cells.length).mapToObj(this::text).toList();
    }

    private String text(int row) {
        var text = new StringBuilder();
        for (int cell : cells[row]) {
            text.append(cell == 0 ? ' ' : (char) (EMPTY + cell));
        }
        return text.toString();
    }
}
