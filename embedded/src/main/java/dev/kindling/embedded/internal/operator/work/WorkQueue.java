package dev.kindling.embedded.internal.operator.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at objects one after another, at once or later, on one thread that is there only while there is something to
 * do. So an object is never looked at twice at once.
 */
public final class WorkQueue implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor thread;
    private final Map<Object, Future<?>> later = new HashMap<>();

    public WorkQueue(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** For watches: what they tell comes in turn with the looks. */
    @Override
    public void execute(Runnable task) {
        thread.execute(() -> run(task));
    }

    /** Looks again after a while. An earlier appointment of the same key is forgotten. Only from this queue's thread. */
    public void later(Object key, Duration delay, Runnable task) {
        forget(key);
        Runnable appointment = () -> {
            later.remove(key);
            run(task);
        };
        later.put(key, thread.schedule(appointment, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS));
    }

    /** The same, or not again by itself. */
    public void laterOrNever(Object key, Optional<Duration> delay, Runnable task) {
        delay.ifPresentOrElse(wait -> later(key, wait, task), () -> forget(key));
    }

    /** Only from this queue's thread. */
    public void forget(Object key) {
        var before = later.remove(key);
        if (before != null) {
            before.cancel(false);
        }
    }

    /** One that fails does not end the thread's other work. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("An operator could not do its work", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
