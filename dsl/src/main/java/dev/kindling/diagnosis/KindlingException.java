package dev.kindling.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that Kindling throws on purpose, besides {@link IllegalArgumentException} for a single bad value.
 * Children keep their context in fields; the message says what was tried, what was seen, why it is so and what to write.
 *
 * <pre>{@code
 * try {
 *     Spark.session("words").check();
 * } catch (KindlingException e) {
 *     System.err.println(e.getMessage());
 * }
 * }</pre>
 */
public abstract class KindlingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the rendered message. */
    protected KindlingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
