package dev.kindling.embedded.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port where packets are dropped without an answer: a listener that accepts nobody and whose queue is full. Linux then
 * drops further connection requests, as a firewall would.
 */
final class Silence implements AutoCloseable {

    private static final int ANSWER_MILLIS = 300;
    private static final int MOST = 64;

    private final ServerSocket listener;
    private final List<Socket> queue = new ArrayList<>();

    private Silence(ServerSocket listener) {
        this.listener = listener;
    }

    static Silence at(String address) throws IOException {
        Silence silence = new Silence(new ServerSocket(0, 1, InetAddress.getByName(address)));
        while (silence.answers()) {
            if (silence.queue.size() > MOST) {
                throw new IOException("the queue of " + silence.listener + " never fills");
            }
        }
        return silence;
    }

    int port() {
        return listener.getLocalPort();
    }

    private boolean answers() throws IOException {
        Socket socket = new Socket();
        queue.add(socket);
        try {
            socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), ANSWER_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
        listener.close();
    }
}
