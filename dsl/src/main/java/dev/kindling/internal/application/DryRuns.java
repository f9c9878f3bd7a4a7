package dev.kindling.internal.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One preflight and one dry run for each distinct spec: rights, namespace, the operator's webhook and unknown fields are the same for the
 * next run of it. Those that come meanwhile wait for its answer.
 */
final class DryRuns {

    private static final int REMEMBERED = 1_000;

    private static final Map<String, CompletableFuture<Void>> DONE = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Void>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private DryRuns() {}

    static void once(ApplicationApi api, Draft draft, String what, Runnable look) {
        var key = what + " " + api.connection().apiServer() + " " + api.namespace() + " "
                + api.dialect().resourceName() + " " + draft.shapeHash();
        var mine = new CompletableFuture<Void>();
        var earlier = putIfAbsent(key, mine);
        if (earlier != null) {
            join(earlier);
            return;
        }
        try {
            look.run();
            mine.complete(null);
        } catch (RuntimeException e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static void join(CompletableFuture<Void> earlier) {
        try {
            earlier.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    private static CompletableFuture<Void> putIfAbsent(String key, CompletableFuture<Void> value) {
        synchronized (DONE) {
            return DONE.putIfAbsent(key, value);
        }
    }

    private static void forget(String key) {
        synchronized (DONE) {
            DONE.remove(key);
        }
    }
}
