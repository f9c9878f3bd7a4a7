package dev.kindling.internal.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The registry that an image's name gives, asked by its HTTP API (OCI distribution specification, which is Docker's Registry
 * v2) from this JVM, without logging in.
 *
 * @param manifest address of the image's manifest
 */
record ImageRegistry(URI manifest) {

    /** Of both questions together. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    private static final Pattern NAMED = Pattern.compile("([^/]*[.:][^/]*)/([^@:]+)(?::([^@]+))?(?:@(.+))?");

    /** Of the node, not of the machine that asks; so are images of the host {@code localhost}, which has no dot. */
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.[\\d.]+)(:\\d+)?");

    private static final String KINDS =
            "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json,"
                    + " application/vnd.docker.distribution.manifest.list.v2+json,"
                    + " application/vnd.docker.distribution.manifest.v2+json";

    private static final Set<String> ABSENT = Set.of("MANIFEST_UNKNOWN", "NAME_UNKNOWN");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** What it knows of the image. */
    enum State {
        HAS,
        LACKS,
        NOT_KNOWN
    }

    /**
     * What came of it.
     *
     * @param said in the registry's words, where it lacks the image; else why it is not known
     */
    record Reply(State state, String said) {}

    /** Empty where nobody is asked: without a host it is Docker's own registry, which asks everybody for a token. */
    static Optional<ImageRegistry> of(String image) {
        var named = NAMED.matcher(image);
        if (!named.matches() || LOOPBACK.matcher(named.group(1)).matches()) {
            return Optional.empty();
        }
        var reference = Optional.ofNullable(named.group(4)).orElse(named.group(3));
        return Optional.of(at(URI.create("https://" + named.group(1)), named.group(2), reference));
    }

    static ImageRegistry at(URI server, String repository, String reference) {
        return new ImageRegistry(server.resolve("/v2/" + repository + "/manifests/" + reference));
    }

    Reply ask() {
        return ask(LIMIT);
    }

    /** Only what the registry itself says in its own form counts as a no: proxies and web servers have a 404, too. */
    Reply ask(Duration limit) {
        var http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(Optional.ofNullable(ProxySelector.getDefault()).orElse(HttpClient.Builder.NO_PROXY))
                .build();
        try {
            return sent(http, "HEAD")
                    .thenCompose(head ->
                            head.status == NOT_FOUND ? sent(http, "GET") : CompletableFuture.completedFuture(head))
                    .thenApply(Response::reply)
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return new Reply(State.NOT_KNOWN, "no answer (" + e.getCause() + ")");
        }
    }

    private CompletableFuture<Response> sent(HttpClient http, String method) {
        var request = HttpRequest.newBuilder(manifest)
                .header("Accept", KINDS)
                .method(method, BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> new Response(response.statusCode(), response.body()));
    }

    private record Response(int status, String body) {
        Reply reply() {
            if (status == OK) {
                return new Reply(State.HAS, "");
            }
            return status == NOT_FOUND
                    ? absence().map(said -> new Reply(State.LACKS, said)).orElseGet(this::unclear)
                    : unclear();
        }

        private Reply unclear() {
            return new Reply(State.NOT_KNOWN, "HTTP " + status);
        }

        private Optional<String> absence() {
            try {
                var errors = new ObjectMapper().readTree(body).path("errors");
                return StreamSupport.stream(errors.spliterator(), false)
                        .filter(error -> ABSENT.contains(error.path("code").asText()))
                        .map(error -> (error.path("code").asText() + " "
                                        + error.path("message").asText())
                                .strip())
                        .findFirst();
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }
    }
}
