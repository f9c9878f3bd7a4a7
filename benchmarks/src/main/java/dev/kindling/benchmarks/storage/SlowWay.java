package dev.kindling.benchmarks.storage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A way to an object store on which each call waits before it goes on, as if the store were far, and is counted. Any number
 * of calls wait at a time.
 */
final class SlowWay implements AutoCloseable {

    private static final int AT_A_TIME = 1_000;
    private static final int IDLE_S = 10;
    private static final int BAD_GATEWAY = 502;
    private static final long PATIENCE_S = 30;

    private final Vertx vertx = Vertx.vertx();
    private final URI target;
    private final Duration delay;
    private final HttpClient client;
    private final HttpServer server;
    private final Map<StoreCall, Integer> calls = new EnumMap<>(StoreCall.class);
    private long sent;
    private int failed;

    private SlowWay(URI target, Duration delay) {
        this.target = target;
        this.delay = delay;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(IDLE_S), new PoolOptions().setHttp1MaxSize(AT_A_TIME));
        this.server = await(vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(this::hold)
                .listen(0, "127.0.0.1"));
    }

    static SlowWay to(URI target, Duration delay) {
        return new SlowWay(target, delay);
    }

    /** Where it begins. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** The calls since this was asked last; fails if one of them did not come through. */
    synchronized Map<StoreCall, Integer> take() {
        requireAllWell();
        Map<StoreCall, Integer> taken = new EnumMap<>(calls);
        calls.clear();
        return taken;
    }

    /** How many bytes were to be written since this was asked last; fails if a call did not come through. */
    synchronized long takeSent() {
        requireAllWell();
        long taken = sent;
        sent = 0;
        return taken;
    }

    private void requireAllWell() {
        if (failed > 0) {
            throw new IllegalStateException(
                    failed + " calls did not reach " + target + ": the figures are worth nothing");
        }
    }

    private void hold(HttpServerRequest request) {
        request.pause();
        String query = request.query() == null ? "" : request.query();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        count(
                StoreCall.of(request.method().name(), query, request.headers().contains("x-amz-copy-source")),
                length == null ? 0 : Long.parseLong(length));
        if (delay.isZero()) {
            pass(request);
        } else {
            vertx.setTimer(delay.toMillis(), over -> pass(request));
        }
    }

    private synchronized void count(StoreCall call, long bytes) {
        calls.merge(call, 1, Integer::sum);
        sent += bytes;
    }

    private synchronized void fail() {
        failed++;
    }

    /** As it came, also the name of the host, which is part of the signature; the server has said "continue" itself. */
    private void pass(HttpServerRequest request) {
        var there = new RequestOptions()
                .setMethod(request.method())
                .setHost(target.getHost())
                .setPort(target.getPort())
                .setURI(request.uri());
        client.request(there)
                .compose(call -> send(request, call))
                .compose(answer -> answer(request, answer))
                .onFailure(why -> {
                    fail();
                    request.response().setStatusCode(BAD_GATEWAY).end();
                });
    }

    private static Future<HttpClientResponse> send(HttpServerRequest request, HttpClientRequest call) {
        call.headers().setAll(request.headers()).remove(HttpHeaders.EXPECT);
        return call.send(request);
    }

    private static Future<Void> answer(HttpServerRequest request, HttpClientResponse answer) {
        var response = request.response().setStatusCode(answer.statusCode());
        response.headers().setAll(answer.headers());
        return request.method().equals(HttpMethod.HEAD) ? response.end() : answer.pipeTo(response);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
