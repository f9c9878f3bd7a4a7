package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/**
 * Requests that may be done twice, done again where the connection ended before an answer: a server gives one up at any
 * time, and a log that is no longer followed takes its own along. The client does so by itself after an {@code IOException}
 * only, and Vert.x throws none here.
 */
public final class Uncut {

    /** A pool may hold several connections that have ended. */
    private static final int TRIES = 3;

    private Uncut() {}

    /** The answer, or what the last try threw. */
    public static <T> T ask(Supplier<T> request) {
        for (int left = TRIES; ; left--) {
            try {
                return request.get();
            } catch (KubernetesClientException e) {
                if (left == 1 || !ClusterErrors.wasCut(e)) {
                    throw e;
                }
            }
        }
    }

    /** The same without an answer. */
    public static void run(Runnable request) {
        ask(() -> {
            request.run();
            return null;
        });
    }
}
