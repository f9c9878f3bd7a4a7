package dev.kindling.internal.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Picks a port that is free at this moment; Spark tries the following ones if somebody else was quicker. */
final class FreePort {

    private FreePort() {}

    static int on(String bindAddress) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bindAddress.replaceAll("[\\[\\]]", "")), 0), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + bindAddress + ": " + e.getMessage(), e);
        }
    }
}
