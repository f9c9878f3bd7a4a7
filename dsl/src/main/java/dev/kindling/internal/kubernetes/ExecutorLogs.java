package dev.kindling.internal.kubernetes;

import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the logs of a few executors from their containers' start; of others the end is fetched when they end.
 *
 * <p>Spark deletes a failed executor's pod one to two seconds after its end, and its log with it, so the log has to be
 * followed while it is written. Thread-safe.
 */
public final class ExecutorLogs implements AutoCloseable {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int TAIL_LINES = 500;
    /** Enough to see why executors fail; a start with a hundred executors is not a hundred streams. */
    private static final int AT_MOST = 4;
    /** How long the end of a log may come after the end of its container. */
    private static final long END_SECONDS = 2;

    private final KubernetesClient client;
    private final String namespace;
    private final Executor opening;
    private final Map<String, Followed> byPod = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Opens streams on the given executor, because opening one asks the API server first. */
    public ExecutorLogs(KubernetesClient client, String namespace, Executor opening) {
        this.client = client;
        this.namespace = namespace;
        this.opening = opening;
    }

    /** Starts to follow a pod whose container has started, unless enough are followed already. */
    public void follow(PodFacts pod) {
        if (!closed && byPod.size() < AT_MOST) {
            byPod.computeIfAbsent(pod.name(), name -> new Followed(new LogTail(TAIL_BYTES)))
                    .openOnce(pod);
        }
    }

    /** The last lines of an ended container's log; empty if they may not be read, or the pod is gone already. */
    public CompletableFuture<String> ended(PodFacts pod) {
        Followed followed = byPod.get(pod.name());
        return followed == null
                ? CompletableFuture.supplyAsync(() -> fetch(pod), opening)
                : followed.end
                        .copy()
                        .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                        .handle((end, failure) -> followed.tail.text());
    }

    /** Of a container that was not followed: the pod is there for another second. */
    private String fetch(PodFacts pod) {
        try {
            return log(pod).end(TAIL_LINES);
        } catch (KubernetesClientException e) {
            return "";
        }
    }

    private ContainerLog log(PodFacts pod) {
        var container = pod.spark().map(ContainerFacts::name).orElse("");
        return new ContainerLog(client, namespace, pod.name(), container);
    }

    /** Stops following those that are followed now: a log that goes on for weeks is not worth a stream. */
    public void forgetAll() {
        byPod.keySet().forEach(this::forget);
    }

    /** Stops following one pod and forgets its log. */
    public void forget(String pod) {
        Followed followed = byPod.remove(pod);
        if (followed != null) {
            followed.stop();
        }
    }

    @Override
    public void close() {
        closed = true;
        forgetAll();
    }

    private final class Followed {
        private final LogTail tail;
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private @Nullable LogWatch watch;
        private boolean opened;

        Followed(LogTail tail) {
            this.tail = tail;
        }

        synchronized void openOnce(PodFacts pod) {
            if (!opened) {
                opened = true;
                opening.execute(() -> open(pod));
            }
        }

        /** The server is asked without the lock, so that stopping need not wait for its answer. */
        private void open(PodFacts pod) {
            if (end.isDone()) {
                return;
            }
            try {
                opened(log(pod).follow(tail));
            } catch (KubernetesClientException e) {
                end.complete(null); // Without the right to read logs the exit code still speaks.
            }
        }

        private synchronized void opened(LogWatch stream) {
            if (end.isDone()) {
                stream.close();
                return;
            }
            watch = stream;
            stream.onClose().thenAccept(failure -> end.complete(null));
        }

        synchronized void stop() {
            end.complete(null);
            if (watch != null) {
                watch.close();
            }
        }
    }
}
