package dev.kindling.internal.preflight;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/**
 * One thing to look at.
 *
 * @param name what is looked at
 * @param question asks and concludes; may throw what the client throws
 */
public record Check(String name, Supplier<Answer> question) {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /**
     * What came of it. What may not be read, or is not understood, is not known, and nothing is stopped by it; no answer at
     * all, or not to be known to the server, is an error.
     */
    public Answer ask() {
        try {
            return question.get();
        } catch (KubernetesClientException e) {
            if (e.getCode() <= 0 || e.getCode() == UNAUTHORIZED) {
                throw e;
            }
            var why = e.getCode() == FORBIDDEN ? "may not be read by this user" : "is not told";
            return Answer.notKnown(name + ": " + why + " (HTTP " + e.getCode() + ")");
        } catch (RuntimeException e) {
            return Answer.notKnown(name + ": what was read is not understood (" + e + ")");
        }
    }
}
