package dev.kindling.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this machine behind which another server may stand from one moment to the next, or none. */
final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress target;

    private Relay(ServerSocket server, InetSocketAddress target) {
        this.server = server;
        this.target = target;
        daemon(this::accept);
    }

    static Relay to(InetSocketAddress target) throws IOException {
        return new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends all connections; new ones are to this server. */
    void turnTo(InetSocketAddress other) throws IOException {
        target = other;
        end();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var there = new Socket(target.getAddress(), target.getPort());
                sockets.add(client);
                sockets.add(there);
                daemon(() -> pump(client, there));
                daemon(() -> pump(there, client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either end has gone: so does the other.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Nobody answers any more. */
    void cut() throws IOException {
        server.close();
        end();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
