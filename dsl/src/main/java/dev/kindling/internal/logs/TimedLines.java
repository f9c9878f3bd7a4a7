package dev.kindling.internal.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the time off each line, and leaves out what was there before the connection was lost: a log can be asked for from
 * a second on, not from a line on. Not thread-safe.
 */
final class TimedLines implements Consumer<String> {

    private static final int SHORTEST_TIME = "2026-01-01T00:00:00Z".length();

    private final Consumer<String> lines;
    private @Nullable String lastTime;
    /** How many lines have exactly that time. */
    private int atLastTime;

    private int toSkip;
    private @Nullable Instant resumedAt;

    TimedLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** The time of the last line. */
    Optional<String> lastTime() {
        return Optional.ofNullable(lastTime);
    }

    /** Lines come from the second of the last line on again. */
    void resume() {
        resumedAt = lastTime == null ? null : Instant.parse(lastTime);
        toSkip = atLastTime;
    }

    @Override
    public void accept(String line) {
        var space = line.indexOf(' ');
        var time = space < 0 ? line : line.substring(0, space);
        if (time.length() < SHORTEST_TIME || time.charAt(10) != 'T') {
            lines.accept(line); // Not from a container's runtime: passed on as it is.
            return;
        }
        if (resumedAt != null && isKnown(time, resumedAt)) {
            return;
        }
        atLastTime = time.equals(lastTime) ? atLastTime + 1 : 1;
        lastTime = time;
        lines.accept(space < 0 ? "" : line.substring(space + 1));
    }

    private boolean isKnown(String text, Instant last) {
        try {
            var time = Instant.parse(text);
            if (time.isBefore(last) || time.equals(last) && toSkip-- > 0) {
                return true;
            }
        } catch (DateTimeException e) {
            // No time after all.
        }
        resumedAt = null;
        return false;
    }
}
