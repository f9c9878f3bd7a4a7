package dev.kindling.internal.code;

import dev.kindling.diagnosis.CodeStoreException;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what a delivery has noted in its store if the JVM ends in the middle of it, by Ctrl-C or SIGTERM: no run will be
 * made that needs it. Nothing is thrown in the threads that are at it, as nobody is left to be told. Thread-safe.
 */
final class Retreat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retreat.class);

    /** Whoever has pressed Ctrl-C waits for it, and what stays in a store that does not answer goes with a later sweep. */
    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private final Runnable takeBack;
    private final Thread hook = new Thread(this::begin, "kindling-retreat");
    private final ReadWriteLock steps = new ReentrantReadWriteLock();
    private volatile boolean begun;

    private Retreat(Runnable takeBack) {
        this.takeBack = takeBack;
    }

    /** To be closed when the delivery has ended. One that begins while the JVM ends is let do what it does. */
    static Retreat with(Runnable takeBack) {
        var retreat = new Retreat(takeBack);
        try {
            Runtime.getRuntime().addShutdownHook(retreat.hook);
        } catch (IllegalStateException e) {
            LOG.debug("code is brought while the JVM ends", e);
        }
        return retreat;
    }

    /** Something to be taken back: not any more when that has been done. */
    void step(Runnable step) {
        steps.readLock().lock();
        try {
            requireNotBegun();
            step.run();
        } finally {
            steps.readLock().unlock();
        }
    }

    private void requireNotBegun() {
        if (begun) {
            throw new CodeStoreException(StoreErrors.interrupted("bring code"), null);
        }
    }

    private void begin() {
        begun = true;
        var work = new Thread(this::run, "kindling-retreat-work");
        work.setDaemon(true);
        work.start();
        try {
            work.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        steps.writeLock().lock();
        try {
            takeBack.run();
        } catch (RuntimeException e) {
            LOG.debug("not taken back, and left to a later sweep", e);
        } finally {
            steps.writeLock().unlock();
        }
    }

    /** @throws CodeStoreException if all was taken back meanwhile: nothing may be made that needs it */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            requireNotBegun();
        }
    }
}
