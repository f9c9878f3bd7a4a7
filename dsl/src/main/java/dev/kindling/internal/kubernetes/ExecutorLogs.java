package dev.kindling.internal.kubernetes;

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
 * Follows the logs of a few executors from their containers' start.
 *
 * <p>Spark deletes a failed executor's pod one to two seconds after its end, and its log with it, so the log has to be
 * followed while it is written. Thread-safe.
 */
public final class ExecutorLogs implements AutoCloseable {

    private static final int TAIL_BYTES = 64 * 1024;
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
    public void follow(String pod) {
        if (!closed && byPod.size() < AT_MOST) {
            byPod.computeIfAbsent(pod, name -> new Followed(new LogTail(TAIL_BYTES)))
                    .openOnce(pod);
        }
    }

    /** The last lines of an ended container's log; empty if it was not followed or may not be read. */
    public CompletableFuture<String> ended(String pod) {
        Followed followed = byPod.get(pod);
        return followed == null
                ? CompletableFuture.completedFuture("")
                : followed.end
                        .copy()
                        .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                        .handle((end, failure) -> followed.tail.text());
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
        byPod.keySet().forEach(this::forget);
    }

    private final class Followed {
        private final LogTail tail;
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private @Nullable LogWatch watch;
        private boolean opened;

        Followed(LogTail tail) {
            this.tail = tail;
        }

        synchronized void openOnce(String pod) {
            if (!opened) {
                opened = true;
                opening.execute(() -> open(pod));
            }
        }

        /** The server is asked without the lock, so that stopping need not wait for its answer. */
        private void open(String pod) {
            if (end.isDone()) {
                return;
            }
            try {
                opened(client.pods()
                        .inNamespace(namespace)
                        .withName(pod)
                        .withReadyWaitTimeout(0)
                        .watchLog(tail));
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
