package dev.kindling.diagnosis;

import java.util.Optional;
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
    private final @Nullable Diagnosis diagnosis;

    /** With what was tried, seen, why and what to write. */
    public StartFailedException(Explanation explanation, @Nullable Throwable cause) {
        this(explanation, null, cause);
    }

    private StartFailedException(Explanation explanation, @Nullable Diagnosis diagnosis, @Nullable Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
        this.diagnosis = diagnosis;
    }

    /** With what was tried, seen, why and what to write, and all that was found. */
    public static StartFailedException diagnosed(Explanation explanation, Diagnosis diagnosis) {
        return new StartFailedException(explanation, diagnosis, null);
    }

    /** What was tried, seen, why and what to write. */
    public Explanation explanation() {
        return explanation;
    }

    /** All that was found; empty where the start ended before there was anything to look at. */
    public Optional<Diagnosis> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }
}
