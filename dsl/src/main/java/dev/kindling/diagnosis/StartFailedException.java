package dev.kindling.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A session or an application did not start; what had been made is removed again.
 *
 * <pre>{@code
 * static void report(StartFailedException e) {
 *     System.err.println(e.explanation().seen() + " -> " + e.explanation().lineToWrite());
 * }
 * }</pre>
 */
public final class StartFailedException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Explanation explanation;

    /** With what was tried, seen, why and what to write. */
    public StartFailedException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }
}
