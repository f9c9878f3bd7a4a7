package dev.kindling.internal.forward;

import dev.kindling.run.SparkUi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Takes connections on a free port of the loopback address; no thread waits for them. */
public final class LoopbackListener implements SparkUi {

    private final AsynchronousServerSocketChannel server;
    private final URI uri;
    private final Tunnel tunnel;
    private final Runnable released;
    private final Set<ForwardedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private LoopbackListener(AsynchronousServerSocketChannel server, URI uri, Tunnel tunnel, Runnable released) {
        this.server = server;
        this.uri = uri;
        this.tunnel = tunnel;
        this.released = released;
    }

    /** @param released run when it is closed */
    public static LoopbackListener open(Tunnel tunnel, Runnable released) {
        return open(tunnel, 0, released);
    }

    /** @param wished the port, if it is free; 0 for any */
    static LoopbackListener open(Tunnel tunnel, int wished, Runnable released) {
        try {
            var server = bound(wished);
            var port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            var listener = new LoopbackListener(server, URI.create("http://127.0.0.1:" + port + "/"), tunnel, released);
            listener.acceptNext();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("No port of the loopback address could be listened at", e);
        }
    }

    private static AsynchronousServerSocketChannel bound(int wished) throws IOException {
        var server = AsynchronousServerSocketChannel.open();
        try {
            return server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wished));
        } catch (IOException e) {
            server.close();
            if (wished == 0) {
                throw e;
            }
            return bound(0); // Somebody else has it by now.
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    private void acceptNext() {
        server.accept(null, new CompletionHandler<AsynchronousSocketChannel, @Nullable Void>() {
            @Override
            public void completed(AsynchronousSocketChannel socket, @Nullable Void nothing) {
                acceptNext();
                serve(socket);
            }

            @Override
            public void failed(Throwable why, @Nullable Void nothing) {
                if (!closed.get()) {
                    acceptNext(); // This program has gone before it was let in; others come.
                }
            }
        });
    }

    private void serve(AsynchronousSocketChannel socket) {
        var connection = new ForwardedConnection(socket, tunnel, connections::remove);
        connections.add(connection);
        if (closed.get()) {
            connection.close();
        } else {
            connection.open();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Listening could not be ended", e);
        } finally {
            connections.forEach(ForwardedConnection::close);
            released.run();
        }
    }

    @Override
    public String toString() {
        return tunnel.target() + " at " + uri;
    }
}
