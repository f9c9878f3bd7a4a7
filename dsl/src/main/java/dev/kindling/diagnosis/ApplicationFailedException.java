package dev.kindling.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application did not end well: it failed, was deleted, or has not ended in time.
 *
 * <pre>{@code
 * static void report(ApplicationFailedException e) {
 *     e.driverLogTail().forEach(System.err::println);
 *     System.err.println(e.explanation().seen());
 * }
 * }</pre>
 */
public final class ApplicationFailedException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private static final int LINES_IN_MESSAGE = 20;

    private final Explanation explanation;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<String> driverLogTail;

    /**
     * With what was tried, seen, why and what to write.
     *
     * @param driverLogTail last lines of the driver's log; empty if there are none
     * @param cause the exception that ended the driver, if its log has one
     */
    public ApplicationFailedException(
            Explanation explanation, List<String> driverLogTail, @Nullable DriverException cause) {
        super(explanation + tail(driverLogTail), cause);
        this.explanation = explanation;
        this.driverLogTail = List.copyOf(driverLogTail);
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }

    /** The last lines of the driver's log; empty if there are none. */
    public List<String> driverLogTail() {
        return driverLogTail;
    }

    private static String tail(List<String> lines) {
        var last = lines.subList(Math.max(0, lines.size() - LINES_IN_MESSAGE), lines.size());
        return last.isEmpty() ? "" : "\n  driver log ends with:\n    " + String.join("\n    ", last);
    }
}
