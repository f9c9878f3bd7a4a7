package dev.kindling.internal.tracking;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Few threads for any number of runs. They end when idle, and never keep a JVM alive. */
final class Workers {

    private static final int THREADS = 8;
    private static final long IDLE_SECONDS = 5;

    private Workers() {}

    static ThreadPoolExecutor start(String cluster) {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "kindling-" + cluster + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
