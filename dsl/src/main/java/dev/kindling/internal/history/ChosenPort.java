package dev.kindling.internal.history;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that is taken. Spark would take the next one, and end the JVM where it finds none. */
final class ChosenPort {

    private ChosenPort() {}

    static void check(int port) {
        if (port == 0) {
            return;
        }
        try {
            new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
        } catch (IOException e) {
            throw new UiUnavailableException(
                    new Explanation(
                            "show the history at port " + port,
                            e.getMessage() + ": 127.0.0.1:" + port,
                            "another program listens there, or it is not for this user",
                            "another .port(..), or none for one that is free"),
                    e);
        }
    }
}
