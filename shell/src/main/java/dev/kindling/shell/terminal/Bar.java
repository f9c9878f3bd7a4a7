package dev.kindling.shell.terminal;

/** A bar of blocks, to an eighth of a column. */
public final class Bar {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private Bar() {}

    /** A bar of so many columns. */
    public static String of(double columns) {
        var eighths = Math.round(columns * EIGHTHS.length());
        var rest = EIGHTHS.charAt((int) (eighths % EIGHTHS.length()));
        return ("█".repeat((int) (eighths / EIGHTHS.length())) + rest).stripTrailing();
    }
}
