package dev.kindling.internal.session;

import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.kubernetes.ContainerLog;
import dev.kindling.internal.kubernetes.LogTail;
import dev.kindling.internal.logs.LogStream;
import dev.kindling.internal.logs.StartedContainer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Follows the logs of a session's executors from their containers' start to their end, as long as the session is open.
 *
 * <p>Spark deletes a failed executor's pod one to two seconds after its end, and its log with it, so the log has to be
 * followed while it is written. Thread-safe.
 */
final class ExecutorLogs implements AutoCloseable {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int TAIL_LINES = 500;
    /** A connection and 64 KiB each. Of executors beyond these the end is fetched the moment a watch tells that they ended. */
    private static final int AT_MOST = 20;
    /** How long the end of a log may come after the end of its container. */
    private static final long END_SECONDS = 2;

    private final KubernetesClient client;
    private final String namespace;
    private final Executor workers;
    private final Map<String, Followed> byPod = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param workers for what has to wait for an answer */
    ExecutorLogs(KubernetesClient client, String namespace, Executor workers) {
        this.client = client;
        this.namespace = namespace;
        this.workers = workers;
    }

    /** Starts to follow a pod whose container runs, unless enough are followed already. */
    void follow(PodFacts pod) {
        if (!closed && byPod.size() < AT_MOST) {
            byPod.computeIfAbsent(pod.name(), name -> begin(pod));
        }
    }

    private Followed begin(PodFacts pod) {
        var container = new StartedContainer(pod.uid(), pod.name(), container(pod), pod.executor(), false);
        var tail = new LogTail(TAIL_BYTES);
        var stream = new LogStream(client, workers, namespace, container, line -> append(tail, line));
        return new Followed(tail, stream, stream.open());
    }

    private static void append(LogTail tail, String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        tail.write(bytes, 0, bytes.length);
    }

    /** The last lines of an ended container's log; empty if they may not be read, or the pod is gone already. */
    CompletableFuture<String> ended(PodFacts pod) {
        var followed = byPod.get(pod.name());
        if (followed == null) {
            return CompletableFuture.supplyAsync(() -> fetch(pod), workers);
        }
        followed.stream.containerEnded();
        return followed.end
                .copy()
                .completeOnTimeout(false, END_SECONDS, TimeUnit.SECONDS)
                .handle((whole, failure) -> followed.tail.text());
    }

    /** Of a container that was not followed: the pod is there for another second. */
    private String fetch(PodFacts pod) {
        try {
            return new ContainerLog(client, namespace, pod.name(), container(pod)).end(TAIL_LINES);
        } catch (KubernetesClientException e) {
            return ""; // Without the right to read logs the exit code still speaks.
        }
    }

    private static String container(PodFacts pod) {
        return pod.spark().map(ContainerFacts::name).orElse("");
    }

    /** Stops following one pod and forgets its log. */
    void forget(String pod) {
        var followed = byPod.remove(pod);
        if (followed != null) {
            followed.stream.stop();
        }
    }

    @Override
    public void close() {
        closed = true;
        byPod.keySet().forEach(this::forget);
    }

    private record Followed(LogTail tail, LogStream stream, CompletableFuture<Boolean> end) {}
}
