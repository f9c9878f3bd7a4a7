package dev.kindling.internal.logs;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One container's log from its first line to its last, over as many connections as it takes: an API server that restarts
 * cuts streams off, some of them as if the log were over. It is over when the container has ended and a connection that
 * was opened after that has delivered everything, or when the pod is gone. Holds no thread.
 */
public final class LogStream {

    /** Doubled with each vain attempt, up to 5 s. */
    private static final long FIRST_PAUSE_MILLIS = 100;

    private static final int DOUBLINGS = 6;

    /** A stream that says nothing for so long after the container's end is a dead connection. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final KubernetesClient client;
    private final Executor workers;
    private final String url;
    private final TimedLines lines;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private @Nullable AsyncBody body;
    private boolean containerEnded;
    private boolean podGone;
    private int vain;

    /** @param workers for what may take its time, as taking lines */
    public LogStream(
            KubernetesClient client,
            Executor workers,
            String namespace,
            StartedContainer container,
            Consumer<String> lines) {
        this.client = client;
        this.workers = workers;
        this.url = client.getMasterUrl() + "api/v1/namespaces/" + namespace + "/pods/" + container.pod()
                + "/log?container=" + container.name() + "&follow=true&timestamps=true";
        this.lines = new TimedLines(lines);
        this.containerEnded = container.hasEnded();
    }

    /** Whether it was delivered to its end; completes with it. */
    public CompletableFuture<Boolean> open() {
        workers.execute(this::connect);
        return end;
    }

    /** Nothing will be written any more. */
    public synchronized void containerEnded() {
        if (!containerEnded) {
            containerEnded = true;
            after(SILENCE, this::cutOff);
        }
    }

    synchronized void podGone() {
        podGone = true;
        containerEnded();
    }

    /** Delivers nothing more. */
    public void stop() {
        end.complete(false);
        cutOff();
    }

    private synchronized void cutOff() {
        if (body != null) {
            body.cancel();
        }
    }

    private synchronized void connect() {
        if (end.isDone()) {
            return;
        }
        var lastOne = containerEnded;
        lines.resume();
        var http = client.getHttpClient();
        var request = http.newHttpRequestBuilder().uri(url + since()).build();
        var cut = new LineStream(lines);
        http.consumeBytes(request, (buffers, answer) -> write(buffers, answer, cut))
                .whenComplete((answer, failure) -> answered(answer, cut, lastOne));
    }

    private String since() {
        return lines.lastTime()
                .map(time -> "&sinceTime=" + URLEncoder.encode(time, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** On a worker: writing may take its time, and the next bytes are asked for when it is done. */
    private void write(List<ByteBuffer> buffers, AsyncBody answer, LineStream cut) {
        CompletableFuture.runAsync(() -> buffers.forEach(buffer -> take(buffer, cut)), workers)
                .whenComplete((written, failure) -> {
                    if (failure == null && !end.isDone()) {
                        answer.consume();
                    } else {
                        answer.cancel();
                    }
                });
    }

    private synchronized void take(ByteBuffer buffer, LineStream cut) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        cut.write(bytes, 0, bytes.length);
        vain = 0;
    }

    private synchronized void answered(@Nullable HttpResponse<AsyncBody> answer, LineStream cut, boolean lastOne) {
        if (answer == null) {
            again(lastOne);
        } else if (answer.code() == 200) {
            body = answer.body();
            body.done().whenCompleteAsync((done, failure) -> ended(cut, failure, lastOne), workers);
            body.consume();
        } else {
            answer.body().cancel();
            refused(answer.code(), lastOne);
        }
    }

    /** 400 is the answer while a container is only about to start. */
    private void refused(int code, boolean lastOne) {
        switch (code) {
            case 404 -> end.complete(lastOne && lines.lastTime().isPresent());
            case 401, 403 -> end.complete(false);
            default -> again(lastOne);
        }
    }

    private synchronized void ended(LineStream cut, @Nullable Throwable failure, boolean lastOne) {
        body = null;
        if (failure == null) {
            cut.close();
        }
        if (failure == null && lastOne) {
            end.complete(true);
        } else {
            again(lastOne);
        }
    }

    private void again(boolean lastOne) {
        if (podGone && lastOne && vain > DOUBLINGS) {
            end.complete(false);
            return;
        }
        var pause = FIRST_PAUSE_MILLIS << Math.min(vain, DOUBLINGS);
        vain++;
        after(Duration.ofMillis(Math.min(pause, SILENCE.toMillis())), this::connect);
    }

    private void after(Duration pause, Runnable action) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers)
                .execute(action);
    }
}
