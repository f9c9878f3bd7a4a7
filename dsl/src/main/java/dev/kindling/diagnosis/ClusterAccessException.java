package dev.kindling.diagnosis;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The API server could not be reached, or refused.
 *
 * <pre>{@code
 * static boolean mayNot(ClusterAccessException e) {
 *     return e.answer().status() == 403;
 * }
 * }</pre>
 */
public final class ClusterAccessException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Request request;
    private final Answer answer;
    private final String hint;

    /**
     * With what was asked, what came back and what to do about it.
     *
     * @param hint the line to write or the thing to do
     */
    public ClusterAccessException(Request request, Answer answer, String hint, @Nullable Throwable cause) {
        super("Tried to " + request + ".\n  seen: " + answer + "\n  do:   " + hint, cause);
        this.request = request;
        this.answer = answer;
        this.hint = hint;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** What came back. */
    public Answer answer() {
        return answer;
    }

    /** The line to write or the thing to do. */
    public String hint() {
        return hint;
    }

    /**
     * A request to the API server.
     *
     * @param verb as in a Role: {@code get}, {@code create}, ...
     * @param kind for example {@code pods}
     * @param name of the object; empty where the verb has none
     * @param namespace empty for what has none
     */
    public record Request(String verb, String kind, String name, String namespace) implements Serializable {
        @Override
        public String toString() {
            return verb + " " + kind + (name.isEmpty() ? "" : " \"" + name + "\"")
                    + (namespace.isEmpty() ? "" : " in namespace \"" + namespace + "\"");
        }
    }

    /**
     * What came back.
     *
     * @param status the HTTP status; 0 if there was no answer at all
     * @param reason what the server or the connection said
     */
    public record Answer(int status, String reason) implements Serializable {
        @Override
        public String toString() {
            return status == 0 ? "no answer: " + reason : "HTTP " + status + ": " + reason;
        }
    }
}
