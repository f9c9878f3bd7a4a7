package dev.kindling.embedded.internal.boot;

import dev.kindling.embedded.internal.admission.AdmissionChain;
import dev.kindling.embedded.internal.admission.SchemaRule;
import dev.kindling.embedded.internal.api.ApiServer;
import dev.kindling.embedded.internal.api.PodLogs;
import dev.kindling.embedded.internal.controller.Controllers;
import dev.kindling.embedded.internal.operator.kubeflow.MutatingWebhook;
import dev.kindling.embedded.internal.operator.kubeflow.ValidatingWebhook;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.tls.BearerToken;
import dev.kindling.embedded.internal.tls.ServerIdentity;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Store, controllers and API server: a Kubernetes without anybody who runs pods. */
public final class ControlPlane implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final ObjectStore store;
    private final ServerIdentity identity;
    private final BearerToken token = BearerToken.random();
    private final AtomicReference<PodLogs> logs = new AtomicReference<>(PodLogs.NONE);
    private final ThreadPoolExecutor thread = controllerThread();
    private final Controllers controllers;
    private final ApiServer server;

    /** Three things of about the same length, side by side: half a second less in a fresh JVM. */
    private ControlPlane(CompletableFuture<Vertx> engine, CompletableFuture<ServerIdentity> certificates) {
        store = new ObjectStore(AdmissionChain.standard()
                .and(new MutatingWebhook())
                .and(new SchemaRule())
                .and(new ValidatingWebhook()));
        ResourceRegistry registry = new ResourceRegistry();
        registry.follow(store);
        controllers = Controllers.start(store, registry, thread);
        FirstObjects.create(store);
        identity = certificates.join();
        PodLogs current = (namespace, pod, container) -> logs.get().find(namespace, pod, container);
        server = ApiServer.start(engine.join(), store, registry, current, identity, token);
    }

    public static ControlPlane start() {
        CompletableFuture<Vertx> engine = CompletableFuture.supplyAsync(ApiServer::engine);
        try {
            return new ControlPlane(engine, CompletableFuture.supplyAsync(ServerIdentity::create));
        } catch (RuntimeException e) {
            engine.thenAccept(Vertx::close);
            throw e;
        }
    }

    public ObjectStore store() {
        return store;
    }

    public URI uri() {
        return server.uri();
    }

    public BearerToken token() {
        return token;
    }

    /** PEM of the authority that clients and pods trust. */
    public String authority() {
        return identity.authorityPem();
    }

    public String kubeconfig() {
        return Kubeconfig.text(uri(), identity, token);
    }

    /** The kubelet starts after the server it talks about, and brings the logs then. */
    public void serveLogsOf(PodLogs kubelet) {
        logs.set(kubelet);
    }

    @Override
    public void close() {
        server.close();
        controllers.close();
        thread.shutdown();
    }

    /** One thread, there only while there is something to do. */
    private static ThreadPoolExecutor controllerThread() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "kindling-controllers");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
