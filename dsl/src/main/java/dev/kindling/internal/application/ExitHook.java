package dev.kindling.internal.application;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes an application when the JVM ends. */
final class ExitHook {

    private static final Logger LOG = LoggerFactory.getLogger(ExitHook.class);

    private final String name;
    private final Runnable deletion;
    private final AtomicReference<@Nullable Thread> hook = new AtomicReference<>();

    ExitHook(String name, Runnable deletion) {
        this.name = name;
        this.deletion = deletion;
    }

    /** Asked for while the JVM ends already, as by Ctrl-C right after the create, it is done at once. */
    void add() {
        var thread = new Thread(this::run, "kindling-delete-" + name);
        if (hook.compareAndSet(null, thread)) {
            try {
                Runtime.getRuntime().addShutdownHook(thread);
            } catch (IllegalStateException e) {
                run();
            }
        }
    }

    /** Whoever could be told of a failure is gone, and pods can't be waited for. */
    private void run() {
        try {
            deletion.run();
        } catch (RuntimeException e) {
            LOG.debug("{} could not be deleted at the end of the JVM", name, e);
        }
    }

    void takeBack() {
        var added = hook.getAndSet(null);
        if (added == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(added);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, or has nothing left to do.
        }
    }
}
