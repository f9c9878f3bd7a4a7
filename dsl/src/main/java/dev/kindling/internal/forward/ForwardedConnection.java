package dev.kindling.internal.forward;

import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.ReadPendingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a program on this machine, and the tunnel that it has to itself. No thread waits for either side, and
 * neither is read faster than the other takes. A tunnel that ends before it brought anything gets the program an answer
 * that says why, in place of a connection that was reset.
 */
final class ForwardedConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardedConnection.class);

    private static final byte DATA = 0;
    private static final int NORMAL = 1000;
    private static final int FORBIDDEN = 403;

    /** As much as TLS puts in a record, and less than any server's limit of a message. */
    private static final int MESSAGE = 16 * 1024;

    private static final long MOST_QUEUED = 1024 * 1024;

    /** The client tells how much it has yet to send, and not when that becomes less. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);

    private final AsynchronousSocketChannel socket;
    private final Tunnel tunnel;
    private final Consumer<ForwardedConnection> ended;
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private final AtomicBoolean tunnelEnded = new AtomicBoolean();
    private final ByteBuffer outgoing = ByteBuffer.allocate(MESSAGE);
    private volatile CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private volatile boolean answered;

    ForwardedConnection(AsynchronousSocketChannel socket, Tunnel tunnel, Consumer<ForwardedConnection> ended) {
        this.socket = socket;
        this.tunnel = tunnel;
        this.ended = ended;
    }

    /** Returns at once, but for the question where the tunnel leads. */
    void open() {
        try {
            tunnel.connect(new FromPod(this)).whenComplete((way, failure) -> {
                if (failure == null) {
                    opened.complete(way);
                    readNext(way);
                } else {
                    opened.completeExceptionally(failure);
                    tunnelEnded(text(failure));
                }
            });
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
            tunnelEnded(text(e));
        }
    }

    /** Ends both sides. */
    void close() {
        ended.accept(this);
        opened.thenAccept(way -> way.sendClose(NORMAL, ""));
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A forwarded connection could not be closed", e);
        }
    }

    private void readNext(WebSocket way) {
        outgoing.clear().put(DATA);
        try {
            socket.read(outgoing, null, then(read -> {
                if (read < 0) {
                    close(); // A tunnel does not end by itself when its program goes.
                } else {
                    send(way);
                }
            }));
        } catch (ReadPendingException e) {
            // The farewell reads on.
        }
    }

    private void send(WebSocket way) {
        if (!tunnelEnded.get() && !way.send(outgoing.flip())) {
            tunnelEnded("the connection to the API server is closed");
        }
        whenTaken(way);
    }

    private void whenTaken(WebSocket way) {
        if (tunnelEnded.get() || way.queueSize() < MOST_QUEUED) {
            readNext(way); // Of a tunnel that has ended, too: who is still sending would not see the answer.
        } else {
            SOON.execute(() -> whenTaken(way));
        }
    }

    /** Bytes of the pod; no more come before they are asked for. */
    void received(WebSocket way, ByteBuffer bytes) {
        answered = true;
        var all = new CompletableFuture<Void>();
        written = all;
        write(bytes, all);
        all.thenRun(way::request);
    }

    private void write(ByteBuffer bytes, CompletableFuture<Void> all) {
        socket.write(bytes, null, then(count -> {
            if (bytes.hasRemaining()) {
                write(bytes, all);
            } else {
                all.complete(null);
            }
        }));
    }

    /** When the program has been given what came before. */
    void tunnelEnded(String why) {
        if (!tunnelEnded.compareAndSet(false, true)) {
            return;
        }
        if (answered) {
            written.whenComplete((nothing, failure) -> close());
        } else {
            LOG.debug("No way to {}: {}", tunnel.target(), why);
            new Farewell(socket, tunnel.failure(why)).send(this::close);
        }
    }

    static String text(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused) {
            var code = refused.getResponse() == null ? 0 : refused.getResponse().code();
            return "the API server refuses the tunnel with HTTP " + code
                    + (code == FORBIDDEN ? ": verbs get and create on pods/portforward are needed" : "");
        }
        return String.valueOf(cause.getMessage());
    }

    private CompletionHandler<Integer, @Nullable Void> then(IntConsumer next) {
        return new CompletionHandler<>() {
            @Override
            public void completed(Integer count, @Nullable Void nothing) {
                next.accept(count);
            }

            @Override
            public void failed(Throwable why, @Nullable Void nothing) {
                close(); // Its program has gone.
            }
        };
    }
}
