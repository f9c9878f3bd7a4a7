package dev.kindling.internal.logs;

import dev.kindling.diagnosis.DriverException;
import dev.kindling.run.KeptLog;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * How a driver's log ended.
 *
 * @param exception that ended the driver
 * @param tail the last lines
 */
public record LogEnd(Optional<DriverException> exception, List<String> tail) {

    private static final int TAIL = 200;

    /** Long stack traces and what Spark says while it stops come after the exception's first line. */
    private static final int SEARCHED = 5_000;

    public static LogEnd of(KeptLog log) {
        var last = new ArrayDeque<String>();
        try (var lines = log.lines()) {
            lines.forEach(line -> {
                if (last.size() == SEARCHED) {
                    last.removeFirst();
                }
                last.addLast(line);
            });
        }
        var searched = List.copyOf(last);
        return new LogEnd(
                DriverErrors.last(searched), searched.subList(Math.max(0, searched.size() - TAIL), searched.size()));
    }
}
