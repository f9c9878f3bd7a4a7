package dev.kindling.shell.console.code;

import org.jspecify.annotations.Nullable;

/** Ends loops of snippets on Ctrl-C; {@code Thread.stop} is gone from Java 20 on. */
public final class Stop {
    private static volatile @Nullable Thread asked;

    private Stop() {}

    /** Asks the snippet that runs in this thread to end. */
    public static void ask(Thread snippets) {
        asked = snippets;
    }

    /** Takes back what was asked. */
    public static void clear() {
        asked = null;
    }

    /** Whether it was asked. */
    public static boolean isAsked() {
        return asked != null;
    }

    /** Called by the driver's copies of snippets where they begin and where they jump back. */
    public static void check() {
        if (asked != null && Thread.currentThread() == asked) {
            throw new Stopped();
        }
    }

    /** An error, so that a snippet's {@code catch (Exception e)} does not keep it running. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
