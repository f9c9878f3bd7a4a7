package dev.kindling.shell.terminal;

/**
 * The size of a terminal.
 *
 * @param columns characters in a line
 * @param rows lines
 */
public record Screen(int columns, int rows) {
    private static final int SMALLEST_WIDTH = 40;
    private static final int SMALLEST_HEIGHT = 5;

    /** Smaller ones can show nothing: what is shown is then as if they were as small as that. */
    public Screen {
        columns = Math.max(SMALLEST_WIDTH, columns);
        rows = Math.max(SMALLEST_HEIGHT, rows);
    }
}
