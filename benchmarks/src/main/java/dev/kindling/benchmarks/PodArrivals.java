package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Lab;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** When a namespace's pods are created, by a watch: creation timestamps only know whole seconds. */
final class PodArrivals implements AutoCloseable, Watcher<Pod> {

    private static final long PATIENCE_S = 90;

    private final KubernetesClient client = new KubernetesClientBuilder().build();
    private final int expected;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final CompletableFuture<Double> spread = new CompletableFuture<>();
    private final Watch watch;

    /** Watches a namespace without pods for the first so many. */
    PodArrivals(String namespace, int expected) throws Exception {
        this.expected = expected;
        Lab.awaitNoPods(client, namespace);
        this.watch = client.pods().inNamespace(namespace).watch(this);
    }

    /** Waits for them; gives the seconds from the first to the last. */
    double spread() throws Exception {
        return spread.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public void eventReceived(Action action, Pod pod) {
        if (action == Action.ADDED) {
            long now = System.nanoTime();
            first.compareAndSet(0, now);
            if (seen.incrementAndGet() == expected) {
                spread.complete((now - first.get()) / 1e9);
            }
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        spread.completeExceptionally(cause);
    }

    @Override
    public void close() {
        watch.close();
        client.close();
    }
}
