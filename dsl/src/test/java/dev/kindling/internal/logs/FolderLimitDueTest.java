package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever submitted more often than once a minute put the next look at the folder off for ever: it grew without limit. */
class FolderLimitDueTest {

    @Test
    void isLookedAtOnceAMinuteHoweverManyRunsThereAre(@TempDir Path root) {
        var start = Instant.parse("2026-01-01T00:00:00Z");

        var looks = IntStream.range(0, 19)
                .filter(i -> FolderLimit.isDue(root, start.plusSeconds(10L * i)))
                .boxed()
                .toList();

        assertThat(looks).containsExactly(0, 7, 14);
    }
}
