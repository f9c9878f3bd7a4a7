package dev.kindling.shell;

import java.io.PrintStream;

/**
 * The streams and what is known of the screen. A JVM cannot tell which of its streams are a terminal, so the launcher does.
 *
 * @param out results
 * @param err progress and errors
 * @param width columns
 * @param live whether {@code err} is a terminal, where a line can be rewritten
 */
record Terminal(PrintStream out, PrintStream err, int width, boolean live) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int SMALLEST_WIDTH = 40;

    /** As the launcher describes it: {@code kindling.columns} (0 or absent: unknown), {@code kindling.terminal}. */
    static Terminal described(PrintStream out, PrintStream err) {
        var columns = Integer.getInteger("kindling.columns", 0);
        return new Terminal(
                out,
                err,
                columns == 0 ? DEFAULT_WIDTH : Math.max(SMALLEST_WIDTH, columns),
                Boolean.getBoolean("kindling.terminal"));
    }

    Progress progress() {
        return new Progress(err, live, width, System::nanoTime);
    }
}
