package dev.kindling.shell.terminal;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * What is going on, for the person who waits: one line rewritten in place on a terminal, else plain lines at most every
 * few seconds. Thread-safe.
 *
 * <pre>{@code
 * context.progress().step("counting");
 * context.progress().update("counting: 12 of 64 tasks");
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final int width;
    private final LongSupplier nanos;
    private long lastLine;
    private boolean drawn;

    /** On this stream. */
    public Progress(PrintStream err, boolean terminal, int width, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.width = width;
        this.nanos = nanos;
    }

    /** Something new begins; always shown. */
    public synchronized void step(String what) {
        lastLine = nanos.getAsLong();
        draw(what);
    }

    /** The same thing, further on; shown in place on a terminal, now and then elsewhere. */
    public synchronized void update(String what) {
        if (terminal || nanos.getAsLong() - lastLine >= NANOS_BETWEEN_LINES) {
            step(what);
        }
    }

    /** Takes the line off a terminal, so that results begin on a clean one; it may be used again. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(ERASE_LINE);
            err.flush();
            drawn = false;
        }
    }

    private void draw(String what) {
        if (terminal) {
            err.print(ERASE_LINE + what.substring(0, Math.min(what.length(), width - 1)));
            drawn = true;
        } else {
            err.println(what);
        }
        err.flush();
    }
}
