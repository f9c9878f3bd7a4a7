package dev.kindling.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * Code could not be brought to its store, or fetched from there, or a task's result.
 *
 * <pre>{@code
 * static void report(CodeStoreException e) {
 *     System.err.println(e.explanation().seen() + " -> " + e.explanation().lineToWrite());
 * }
 * }</pre>
 */
public final class CodeStoreException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Explanation explanation;

    /** With what was tried, seen, why and what to write. */
    public CodeStoreException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }
}
