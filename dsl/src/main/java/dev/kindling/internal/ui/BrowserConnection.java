package dev.kindling.internal.ui;

import io.fabric8.kubernetes.client.PortForward;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a browser, as the two channels that a tunnel pumps. A tunnel that ends before it brought anything
 * gets the browser a page that says why, in place of a connection that was reset.
 */
final class BrowserConnection {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserConnection.class);

    private final AsynchronousSocketChannel socket;
    private final String target;
    private final Consumer<BrowserConnection> ended;
    private final CompletableFuture<PortForward> forward = new CompletableFuture<>();
    private final AtomicBoolean tunnelEnded = new AtomicBoolean();
    private volatile boolean answered;

    BrowserConnection(AsynchronousSocketChannel socket, String target, Consumer<BrowserConnection> ended) {
        this.socket = socket;
        this.target = target;
        this.ended = ended;
    }

    /** Returns at once, but for the question where the driver is. */
    void through(Tunnel tunnel) {
        try {
            forward.complete(tunnel.connect(new FromBrowser(), new ToBrowser()));
        } catch (RuntimeException e) {
            forward.completeExceptionally(e);
            tunnelEnded();
        }
    }

    /** Ends both sides. */
    void close() {
        ended.accept(this);
        forward.thenAccept(BrowserConnection::close);
        closeSocket();
    }

    private static void close(PortForward forward) {
        try {
            forward.close();
        } catch (IOException e) {
            LOG.debug("A tunnel could not be closed", e);
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A browser's connection could not be closed", e);
        }
    }

    private void tunnelEnded() {
        if (!tunnelEnded.compareAndSet(false, true)) {
            return;
        }
        if (answered) {
            close();
            return;
        }
        forward.whenComplete((tunnel, failure) -> {
            var why = failure == null ? why(tunnel) : String.valueOf(failure.getMessage());
            new ErrorPage(socket, target, why).send(this::close);
        });
    }

    private static String why(PortForward tunnel) {
        return Optional.ofNullable(tunnel).stream()
                .flatMap(forward -> forward.getServerThrowables().stream())
                .findFirst()
                .map(Throwable::getMessage)
                .orElse("the connection ended without an answer");
    }

    /** Closing it is left to the other side: the browser is still to be answered then. */
    private final class FromBrowser implements ReadableByteChannel {
        private final ReadableByteChannel bytes = Channels.newChannel(Channels.newInputStream(socket));

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = bytes.read(target);
            if (read < 0) {
                BrowserConnection.this.close(); // A tunnel does not end by itself when its browser goes.
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return socket.isOpen();
        }

        @Override
        public void close() {}
    }

    private final class ToBrowser implements WritableByteChannel {
        private final WritableByteChannel bytes = Channels.newChannel(Channels.newOutputStream(socket));

        @Override
        public int write(ByteBuffer source) throws IOException {
            answered = true;
            return bytes.write(source);
        }

        @Override
        public boolean isOpen() {
            return socket.isOpen();
        }

        @Override
        public void close() {
            tunnelEnded();
        }
    }
}
