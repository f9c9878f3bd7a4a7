package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.StandardHttpHeaders;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that has too much to do says when to ask again (429, {@code Retry-After}). fabric8 7.4 reads that, writes it
 * to its log and asks after a tenth of a second all the same; so its answer is held back for as long.
 */
final class BusyServer implements Interceptor {

    private static final int TOO_MANY_REQUESTS = 429;

    /** With the time for the answer itself it stays below the client's limit of ten. */
    private static final long LONGEST_SECONDS = 6;

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder request, HttpResponse<?> response, RequestTags tags) {
        return response.code() == TOO_MANY_REQUESTS
                ? new CompletableFuture<Boolean>().completeOnTimeout(false, seconds(response), TimeUnit.SECONDS)
                : CompletableFuture.completedFuture(false);
    }

    private static long seconds(HttpResponse<?> response) {
        return Optional.ofNullable(response.header(StandardHttpHeaders.RETRY_AFTER))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Math.min(Long.parseLong(text), LONGEST_SECONDS))
                .orElse(0L);
    }
}
