package dev.kindling.internal.code.upload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How much of a file has been sent, for whoever waits: a line now and then while it goes on. Thread-safe. */
public final class ByteProgress {
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);
    private static final long MEGABYTE = 1_000_000;

    private final String name;
    private final long size;
    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong next;

    public ByteProgress(String name, long size, Consumer<String> lines) {
        this(name, size, lines, System::nanoTime);
    }

    ByteProgress(String name, long size, Consumer<String> lines, LongSupplier nanos) {
        this.name = name;
        this.size = size;
        this.lines = lines;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong() + BETWEEN);
    }

    /** Negative: they are sent again. */
    void sent(long bytes) {
        var all = sent.addAndGet(bytes);
        var now = nanos.getAsLong();
        var due = next.get();
        if (bytes > 0 && now - due >= 0 && next.compareAndSet(due, now + BETWEEN)) {
            lines.accept(name + " " + all / MEGABYTE + " of " + inWords(size));
        }
    }

    /** An earlier attempt has sent so much. */
    void goesOnAt(long bytes) {
        sent.set(bytes);
        lines.accept(name + " goes on at " + bytes / MEGABYTE + " of " + inWords(size));
    }

    /** What an earlier attempt has sent is not there any more. */
    void beginsAnew() {
        sent.set(0);
        lines.accept(name + " begins anew: the store has given up what had arrived");
    }

    void waits() {
        lines.accept(name + " is brought by another process");
    }

    /** As people say it. */
    public static String inWords(long bytes) {
        return bytes < MEGABYTE ? (bytes + 999) / 1000 + " kB" : bytes / MEGABYTE + " MB";
    }
}
