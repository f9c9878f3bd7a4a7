package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.tls.BearerToken;
import dev.kindling.embedded.internal.tls.ServerIdentity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The HTTPS server on a free port of the loopback address. One event loop answers everything. */
public final class ApiServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int WORKERS = 4;
    private static final int LONGEST_URL = 64 * 1024;
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;

    private ApiServer(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /** What it runs on. Takes a third of a second at first, so it is best made while something else is. */
    public static Vertx engine() {
        return Vertx.vertx(vertxOptions());
    }

    /** @param vertx closed with the server */
    public static ApiServer start(
            Vertx vertx,
            ObjectStore store,
            ResourceRegistry registry,
            PodLogs logs,
            ServerIdentity identity,
            BearerToken token) {
        AccessGuard guard = new AccessGuard(token);
        Router router = new Router(vertx, store, registry, logs);
        HttpServer server = vertx.createHttpServer(serverOptions(identity))
                .requestHandler(request -> Responses.guard(request, () -> {
                    guard.check(request);
                    router.route(request);
                }));
        try {
            await(server.listen(0, LOOPBACK));
            return new ApiServer(vertx, server);
        } catch (RuntimeException e) {
            await(vertx.close());
            throw e;
        }
    }

    public URI uri() {
        return URI.create("https://" + LOOPBACK + ":" + server.actualPort());
    }

    /** Ends all watches and every thread of the server. */
    @Override
    public void close() {
        await(vertx.close());
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(WORKERS)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static HttpServerOptions serverOptions(ServerIdentity identity) {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(identity.key()))
                .setMaxInitialLineLength(LONGEST_URL)
                .addWebSocketSubProtocol(PortForwards.PROTOCOL)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded API server started or stopped", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The embedded API server did not start or stop: " + e, e);
        }
    }
}
