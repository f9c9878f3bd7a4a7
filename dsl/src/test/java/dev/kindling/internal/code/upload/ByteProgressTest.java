package dev.kindling.internal.code.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ByteProgressTest {
    private static final long MEGABYTE = 1_000_000;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // Clocks may begin anywhere.
    private final List<String> lines = new ArrayList<>();
    private final ByteProgress progress = new ByteProgress("etl.jar", 200 * MEGABYTE, lines::add, nanos::get);

    @Test
    void aLineASecondIsEnough() {
        progress.sent(40 * MEGABYTE);
        assertThat(lines).isEmpty();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        progress.sent(8 * MEGABYTE);
        progress.sent(8 * MEGABYTE);
        assertThat(lines).containsExactly("etl.jar 48 of 200 MB");
    }

    @Test
    void whatIsSentAgainCountsOnce() {
        progress.goesOnAt(100 * MEGABYTE);
        progress.sent(10 * MEGABYTE);
        progress.sent(-10 * MEGABYTE);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        progress.sent(MEGABYTE);
        assertThat(lines).containsExactly("etl.jar goes on at 100 of 200 MB", "etl.jar 101 of 200 MB");
    }
}
