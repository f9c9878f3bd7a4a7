package dev.kindling.embedded.internal.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.store.Objects;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * fabric8 begins to listen some time after the handshake of its WebSocket: what it was sent before was lost, and a page
 * of a driver's UI came without its beginning.
 */
@Tag("embedded")
@Timeout(60)
class LateListenerIT {

    @Test
    void aClientIsSentNothingBeforeItIsKnownToListen() throws Exception {
        try (ApiFixture api = new ApiFixture();
                ServerSocket pod = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            api.store().create(ResourceTypes.PODS, Objects.pod("p"));
            api.store().update(ResourceTypes.PODS, "default", "p", p -> {
                p.withObject("/status").put("phase", "Running").put("podIP", "127.0.0.1");
                return p;
            });
            Vertx vertx = Vertx.vertx();
            try {
                LinkedBlockingQueue<Buffer> messages = new LinkedBlockingQueue<>();
                var client = vertx.createWebSocketClient(new WebSocketClientOptions()
                        .setSsl(true)
                        .setTrustAll(true)
                        .setVerifyHost(false));
                var socket = client.connect(portForward(api, pod.getLocalPort()))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
                TimeUnit.MILLISECONDS.sleep(100); // As a thread that has to wait for a processor.
                socket.binaryMessageHandler(messages::add);
                socket.writeBinaryMessage(Buffer.buffer(new byte[] {0, 'x'}));
                try (Socket accepted = pod.accept()) {
                    accepted.getOutputStream().write("answer".getBytes(US_ASCII));

                    assertThat(next(messages).length()).isEqualTo(3); // The port, for data and for errors.
                    assertThat(next(messages).length()).isEqualTo(3);
                    assertThat(next(messages).getString(1, 7)).isEqualTo("answer");
                }
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static Buffer next(LinkedBlockingQueue<Buffer> messages) throws InterruptedException {
        Buffer message = messages.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message").isNotNull();
        return message;
    }

    private static WebSocketConnectOptions portForward(ApiFixture api, int port) {
        var config = api.client().getConfiguration();
        var server = URI.create(config.getMasterUrl());
        return new WebSocketConnectOptions()
                .addSubProtocol(PortForwards.PROTOCOL)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI("/api/v1/namespaces/default/pods/p/portforward?ports=" + port)
                .addHeader("Authorization", "Bearer " + config.getAutoOAuthToken());
    }
}
