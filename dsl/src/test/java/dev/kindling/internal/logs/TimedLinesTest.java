package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedLinesTest {

    private final List<String> seen = new ArrayList<>();
    private final TimedLines lines = new TimedLines(seen::add);

    @Test
    void timesAreTakenOff() {
        accept("2026-11-23T10:00:00.5Z one", "2026-11-23T10:00:01Z ", "2026-11-23T10:00:01Z");

        assertThat(seen).containsExactly("one", "", "");
        assertThat(lines.lastTime()).contains("2026-11-23T10:00:01Z");
    }

    @Test
    void whatIsToldAgainAfterALostConnectionIsLeftOut() {
        accept("2026-11-23T10:00:00.1Z one", "2026-11-23T10:00:00.5Z two", "2026-11-23T10:00:00.5Z three");

        lines.resume();
        accept(
                "2026-11-23T10:00:00.1Z one",
                "2026-11-23T10:00:00.500Z two",
                "2026-11-23T10:00:00.5Z three",
                "2026-11-23T10:00:00.5Z four, at the same time",
                "2026-11-23T10:00:02Z five");

        assertThat(seen).containsExactly("one", "two", "three", "four, at the same time", "five");
    }

    @Test
    void aTimeOfAnotherZoneIsUnderstood() {
        accept("2026-11-23T10:00:00.1+01:00 one");
        lines.resume();
        accept("2026-11-23T10:00:00.1+01:00 one", "2026-11-23T10:00:00.2+01:00 two");

        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void whatHasNoTimeIsPassedOn() {
        accept("unexpected", "");
        lines.resume();

        assertThat(seen).containsExactly("unexpected", "");
        assertThat(lines.lastTime()).isEmpty();
    }

    private void accept(String... texts) {
        List.of(texts).forEach(lines);
    }
}
