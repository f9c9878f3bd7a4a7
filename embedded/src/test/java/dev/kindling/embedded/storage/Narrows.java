package dev.kindling.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a port on which large requests are cut off, or held up, as often as is said. */
final class Narrows implements AutoCloseable {
    static final int ALWAYS = Integer.MAX_VALUE;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BLOCK = 64 * 1024;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final ServerSocket server;
    private final String host;
    private final int target;
    private final long limit;
    private final CountDownLatch open = new CountDownLatch(1);

    /** How many connections are still to be cut, or held. */
    final AtomicInteger cuts;

    /** Bytes on the way there. */
    final AtomicLong passed = new AtomicLong();

    private final AtomicInteger spared = new AtomicInteger();
    private volatile long sparedLimit;
    private volatile boolean isHolding;

    private Narrows(ServerSocket server, String host, int target, long limit, int cuts) {
        this.server = server;
        this.host = host;
        this.target = target;
        this.limit = limit;
        this.cuts = new AtomicInteger(cuts);
        daemon(this::accept);
    }

    /** Of each of so many connections this many bytes arrive. */
    static Narrows to(int target, long limit, int cuts) throws IOException {
        return to(LOOPBACK.getHostAddress(), target, limit, cuts);
    }

    /** To another machine's. */
    static Narrows to(String host, int target, long limit, int cuts) throws IOException {
        return new Narrows(new ServerSocket(0, 50, LOOPBACK), host, target, limit, cuts);
    }

    /** Only counts. */
    static Narrows wide(int target) throws IOException {
        return to(target, NO_LIMIT, 0);
    }

    /** Of the first so many large ones, this many bytes arrive. */
    Narrows sparing(int connections, long bytes) {
        sparedLimit = bytes;
        spared.set(connections);
        return this;
    }

    /** Connections are not cut, but nothing passes until {@link #release}. */
    Narrows holding() {
        isHolding = true;
        return this;
    }

    void release() {
        cuts.set(0);
        open.countDown();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var there = new Socket(host, target);
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
            var own = isUpload ? limit : NO_LIMIT;
            long before = 0;
            for (int read = from.getInputStream().read(block); read >= 0; ) {
                to.getOutputStream().write(block, 0, read);
                before += read;
                if (isUpload) {
                    passed.addAndGet(read);
                }
                if (before > own && own == limit && spared.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    own = sparedLimit;
                }
                if (before > own && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0 && !hasWaited()) {
                    return;
                }
                read = from.getInputStream().read(block);
            }
        } catch (IOException e) {
            // Either end has gone: so does the other.
        }
    }

    private boolean hasWaited() {
        if (isHolding) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return isHolding;
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "narrows");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        release();
        server.close();
    }
}
