package dev.kindling.internal.session;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start has made, undone in reverse order exactly once: on close, when the start fails, and when the JVM ends.
 * Thread-safe; a second caller waits until the first is done.
 */
final class Cleanup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private record Step(String what, Runnable undo) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean closed;
    private BiConsumer<String, Exception> onFailure = (what, failure) -> {};
    private final Thread hook = new Thread(this::undoAll, "kindling-cleanup");

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Remembers how to undo what is made next.
     *
     * @throws StartFailedException if everything is being undone already, because the JVM ends in the middle of a start
     */
    synchronized void add(String what, Runnable undo) {
        if (closed) {
            undo(new Step(what, undo));
            throw new StartFailedException(
                    new Explanation("go on with a start", "the JVM is ending", "it was told to", "start it again"),
                    null);
        }
        steps.push(new Step(what, undo));
    }

    /** Who wants to know of a step that failed, and with what. */
    synchronized void onFailure(BiConsumer<String, Exception> listener) {
        onFailure = listener;
    }

    @Override
    public void close() {
        undoAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing to do.
        }
    }

    private synchronized void undoAll() {
        closed = true;
        // Of an interrupted start, too, nothing may stay behind: calls fail at once in an interrupted thread.
        boolean interrupted = Thread.interrupted();
        while (!steps.isEmpty()) {
            undo(steps.pop());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void undo(Step step) {
        try {
            step.undo.run();
        } catch (Exception e) { // Scala throws checked exceptions without saying so.
            LOG.warn("Could not {}: {}", step.what, e.toString());
            onFailure.accept(step.what, e);
        }
    }
}
