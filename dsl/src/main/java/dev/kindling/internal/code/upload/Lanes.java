package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** How many parts are on their way at a time, whosever they are, and whether any of them moves. Thread-safe. */
final class Lanes {
    private final Semaphore free;
    private final Duration patience;
    private final AtomicLong moved = new AtomicLong();

    /** @param patience with a store that takes no byte of any part; a slow one is no reason to give up */
    Lanes(int number, Duration patience) {
        this.free = new Semaphore(number);
        this.patience = patience;
    }

    void moved(long bytes) {
        if (bytes > 0) {
            moved.addAndGet(bytes);
        }
    }

    /** Waits for a free one. */
    void enter() throws IOException, InterruptedException {
        for (var before = moved.get(); !free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS); ) {
            before = requireMoreThan(before);
        }
    }

    void leave() {
        free.release();
    }

    /** Waits for all that is on its way. */
    void await(CompletableFuture<?> all) throws IOException, InterruptedException {
        for (var before = moved.get(); ; ) {
            try {
                all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                before = requireMoreThan(before);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cut ? cut : new IOException(e.getCause());
            }
        }
    }

    private long requireMoreThan(long before) throws SocketTimeoutException {
        var now = moved.get();
        if (now == before) {
            throw new SocketTimeoutException(
                    "the store has not taken a byte for " + patience.toSeconds() + " s, and has not answered");
        }
        return now;
    }
}
