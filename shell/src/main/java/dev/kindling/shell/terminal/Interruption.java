package dev.kindling.shell.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the JVM is being ended from outside (Ctrl-C, SIGTERM). What then fails, fails because of that: it is no news. The
 * clean-up itself belongs to the runs, which have shutdown hooks of their own. Thread-safe.
 */
public final class Interruption implements AutoCloseable {
    private static final String CLEANING_UP = "interrupted, cleaning up";

    private final PrintStream err;
    private final Thread hook = new Thread(this::begin, "kindling-interruption");
    private volatile String message = CLEANING_UP;
    private final CountDownLatch begun = new CountDownLatch(1);

    /** One that is told by {@link #begin} alone. */
    public Interruption(PrintStream err) {
        this.err = err;
    }

    /** Watches until closed. */
    public static Interruption watch(PrintStream err) {
        var interruption = new Interruption(err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the end has begun. */
    public boolean seen() {
        return begun.getCount() == 0;
    }

    /** Waits for it, for what is open until somebody ends it; whether it came in that time. */
    public boolean await(Duration limit) {
        try {
            return begun.await(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What to say if it comes before the end of what is done next: what goes on without us, and how to see it again. */
    public void announce(String goesOn) {
        message = goesOn;
    }

    /** The end begins. */
    public void begin() {
        begun.countDown();
        err.println("\nkindling: " + message);
    }

    @Override
    public void close() {
        if (!seen()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
