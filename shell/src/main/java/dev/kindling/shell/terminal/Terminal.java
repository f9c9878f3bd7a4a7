package dev.kindling.shell.terminal;

import java.io.PrintStream;
import java.util.Optional;

/**
 * The streams and what is known of the screen. A JVM cannot tell which of its streams are a terminal, so the launcher does.
 *
 * @param out results
 * @param err progress and errors
 * @param screen the terminal that {@code out} is; empty if it is none
 * @param live whether {@code err} is a terminal, where a line can be rewritten
 */
public record Terminal(PrintStream out, PrintStream err, Optional<Screen> screen, boolean live) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int DEFAULT_HEIGHT = 24;

    /** As the launcher describes it: {@code kindling.columns} and {@code .rows} (0 or absent: none), {@code .terminal}. */
    public static Terminal described(PrintStream out, PrintStream err) {
        var columns = Integer.getInteger("kindling.columns", 0);
        var rows = Integer.getInteger("kindling.rows", DEFAULT_HEIGHT);
        return new Terminal(
                out,
                err,
                columns == 0 ? Optional.empty() : Optional.of(new Screen(columns, rows)),
                Boolean.getBoolean("kindling.terminal"));
    }

    /** Files or pipes. */
    public static Terminal none(PrintStream out, PrintStream err) {
        return new Terminal(out, err, Optional.empty(), false);
    }

    /** Columns of the screen, or of what is made as if there were one. */
    public int width() {
        return screen.map(Screen::columns).orElse(DEFAULT_WIDTH);
    }

    public Progress progress() {
        return new Progress(err, live, width(), System::nanoTime);
    }

    /** A table as wide as the screen; whole where there is none, as programs read it. */
    public void print(Table table) {
        table.lines(screen.map(Screen::columns).orElse(Integer.MAX_VALUE)).forEach(out::println);
    }
}
