package dev.kindling.embedded.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.boot.ControlPlane;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever gets in can start processes as the user: nobody gets in without the token. Spoken by hand, byte by byte. */
@Tag("embedded")
@Timeout(60)
class AccessIT {
    private static final String POD =
            "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"m\",\"image\":\"i:1\"}]}}";
    private static ControlPlane plane;

    @BeforeAll
    static void start() {
        plane = ControlPlane.start();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void theTokenOpens() throws Exception {
        assertThat(ask("GET /api/v1/pods", "127.0.0.1", plane.token().reveal())).startsWith("HTTP/1.1 200");
        assertThat(ask("GET /readyz", "kubernetes.default.svc", plane.token().reveal()))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void withoutTheTokenNothingIsSaidOrDone() throws Exception {
        assertThat(ask("GET /api/v1/pods", "127.0.0.1", "")).startsWith("HTTP/1.1 401");
        assertThat(ask("GET /version", "127.0.0.1", "")).startsWith("HTTP/1.1 401");
        assertThat(ask("GET /unknown", "127.0.0.1", "wrong")).startsWith("HTTP/1.1 401");
        assertThat(ask("POST /api/v1/namespaces/default/pods", "127.0.0.1", "wrong"))
                .startsWith("HTTP/1.1 401");
        assertThat(plane.store()
                        .list(dev.kindling.embedded.internal.store.ResourceTypes.PODS, "")
                        .objects())
                .isEmpty();
    }

    @Test
    void aPageThatPointsItsOwnNameHereIsRefusedEvenWithTheToken() throws Exception {
        assertThat(ask("GET /api/v1/pods", "evil.example", plane.token().reveal()))
                .startsWith("HTTP/1.1 421");
        assertThat(ask(
                        "GET /api/v1/pods",
                        "127.0.0.1.evil.example",
                        plane.token().reveal()))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void nothingListensBeyondTheLoopback() throws Exception {
        for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(device.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(connects(address)).as(address.toString()).isFalse();
                }
            }
        }
    }

    private static boolean connects(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(address, plane.uri().getPort()), 500);
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    private static String ask(String what, String host, String token) throws Exception {
        try (SSLSocket socket = (SSLSocket) Trust.in(plane.authority())
                .getSocketFactory()
                .createSocket("127.0.0.1", plane.uri().getPort())) {
            String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
            boolean post = what.startsWith("POST");
            String body = post ? POD : "";
            OutputStream out = socket.getOutputStream();
            out.write((what + " HTTP/1.1\r\nHost: " + host + "\r\n" + authorization + "Content-Length: " + body.length()
                            + "\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
