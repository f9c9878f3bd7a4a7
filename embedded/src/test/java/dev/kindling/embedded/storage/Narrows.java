package dev.kindling.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a port of this machine on which large requests are cut off, as often as is said. */
final class Narrows implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BLOCK = 64 * 1024;

    private final ServerSocket server;
    private final int target;
    private final long limit;

    /** How many connections are still to be cut. */
    final AtomicInteger cuts;

    private Narrows(ServerSocket server, int target, long limit, int cuts) {
        this.server = server;
        this.target = target;
        this.limit = limit;
        this.cuts = new AtomicInteger(cuts);
        daemon(this::accept);
    }

    /** Of each of so many connections this many bytes arrive. */
    static Narrows to(int target, long limit, int cuts) throws IOException {
        return new Narrows(new ServerSocket(0, 50, LOOPBACK), target, limit, cuts);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var there = new Socket(LOOPBACK, target);
                daemon(() -> pump(client, there, true));
                daemon(() -> pump(there, client, false));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isUpload) {
        try (from;
                to) {
            var block = new byte[BLOCK];
            long passed = 0;
            for (int read = from.getInputStream().read(block); read >= 0; ) {
                to.getOutputStream().write(block, 0, read);
                passed += read;
                if (isUpload && passed > limit && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                read = from.getInputStream().read(block);
            }
        } catch (IOException e) {
            // Either end has gone: so does the other.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "narrows");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
