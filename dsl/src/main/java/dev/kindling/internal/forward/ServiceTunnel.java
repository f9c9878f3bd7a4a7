package dev.kindling.internal.forward;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads to one ready pod of a Service after the other; which there are is asked again every few seconds in use. */
final class ServiceTunnel implements Tunnel {

    /** The rule for it looks for these words. */
    private static final String FAILED = "Kindling's port-forward does not reach ";

    private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ServicePods pods;
    private final Executor workers;
    private final AtomicInteger connections = new AtomicInteger();
    private List<PodPort> known = List.of();
    private long since;

    /** @param workers for what waits for an answer */
    ServiceTunnel(ServicePods pods, Executor workers) {
        this.pods = pods;
        this.workers = workers;
    }

    /** A pod that went since it was asked for is told by the API server before anything is sent: the next is tried then. */
    @Override
    public CompletableFuture<WebSocket> connect(WebSocket.Listener listener) {
        return next().connect(pods.client(), listener)
                .exceptionallyComposeAsync(
                        gone -> {
                            forget();
                            return next().connect(pods.client(), listener);
                        },
                        workers);
    }

    private PodPort next() {
        var all = ready();
        return all.get(Math.floorMod(connections.getAndIncrement(), all.size()));
    }

    /** Looks only where it must; many connections at once look once. */
    synchronized List<PodPort> ready() {
        if (known.isEmpty() || System.nanoTime() - since > KNOWN_NANOS) {
            known = pods.ready();
            since = System.nanoTime();
        }
        return known;
    }

    private synchronized void forget() {
        known = List.of();
    }

    @Override
    public String target() {
        return pods.target().toString();
    }

    /** As a store says that it has a problem, so that its client reads why; it asks again by itself. */
    @Override
    public byte[] failure(String why) {
        var text = (FAILED + target() + ": " + why).replaceAll("[<>&\\p{Cntrl}]", " ");
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>PortForwardFailed</Code><Message>" + text
                + "</Message></Error>";
        var head = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: application/xml\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
