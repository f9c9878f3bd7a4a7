package dev.kindling.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * There is no Spark UI to show: the driver has not started or has ended, the UI is switched off, or the way to it is not
 * allowed.
 *
 * <pre>{@code
 * static void report(UiUnavailableException e) {
 *     System.err.println(e.explanation().why() + " -> " + e.explanation().lineToWrite());
 * }
 * }</pre>
 */
public final class UiUnavailableException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Explanation explanation;

    /** With what was tried, seen, why and what to write. */
    public UiUnavailableException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }
}
