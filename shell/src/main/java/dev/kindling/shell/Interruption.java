package dev.kindling.shell;

import java.io.PrintStream;

/**
 * Whether the JVM is being ended from outside (Ctrl-C, SIGTERM). What then fails, fails because of that: it is no news. The
 * clean-up itself belongs to the runs, which have shutdown hooks of their own.
 */
final class Interruption implements AutoCloseable {
    private final Thread hook;
    private volatile boolean seen;

    private Interruption(PrintStream err) {
        hook = new Thread(() -> begin(err), "kindling-interruption");
    }

    /** Watches until closed. */
    static Interruption watch(PrintStream err) {
        var interruption = new Interruption(err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the end has begun. */
    boolean seen() {
        return seen;
    }

    @Override
    public void close() {
        if (!seen) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void begin(PrintStream err) {
        seen = true;
        err.println("\nkindling: interrupted, cleaning up");
    }
}
