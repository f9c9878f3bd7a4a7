package dev.kindling.internal.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.SparkUi;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Browsers, and tunnels that work, fail and end. */
@Timeout(20)
class LoopbackListenerTest {

    private final AtomicInteger released = new AtomicInteger();

    @Test
    void eachConnectionHasATunnelOfItsOwn() throws Exception {
        var tunnel = new FakeTunnel();
        try (var ui = open(tunnel)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> HttpClient.newHttpClient().sendAsync(get(ui), HttpResponse.BodyHandlers.ofString()))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().body()).isEqualTo("hello");
            }
        }
        assertThat(tunnel.opened.get()).isEqualTo(8);
    }

    @Test
    void aTunnelThatFailsIsExplainedToTheBrowserAndTheNextOneWorks() throws Exception {
        var tunnel = new FakeTunnel();
        try (var ui = open(tunnel)) {
            tunnel.failure = "handshake refused";
            var refused = fetch(ui);
            tunnel.failure = "";

            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(refused.body()).contains("handshake refused");
            assertThat(fetch(ui).body()).isEqualTo("hello");
        }
    }

    @Test
    void whatKeepsATunnelFromBeingOpenedIsExplainedToo() throws Exception {
        var tunnel = new FakeTunnel();
        tunnel.broken = true;
        try (var ui = open(tunnel)) {
            assertThat(fetch(ui).body()).contains("no driver that runs");
        }
    }

    @Test
    void closedItListensNoMoreAndLetsGoOnce() {
        var ui = open(new FakeTunnel());

        ui.close();
        ui.close();

        assertThat(released).hasValue(1);
        assertThatThrownBy(() -> fetch(ui)).isInstanceOf(ConnectException.class);
    }

    private SparkUi open(Tunnel tunnel) {
        return LoopbackListener.open(tunnel, released::incrementAndGet);
    }

    private static HttpResponse<String> fetch(SparkUi ui) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(get(ui), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest get(SparkUi ui) {
        assertThat(ui.uri().getHost()).isEqualTo("127.0.0.1");
        return HttpRequest.newBuilder(URI.create(ui.uri() + "jobs/")).build();
    }

    @Test
    void aLostGreetingCostsNothingOfTheAnswer() throws Exception {
        var tunnel = new FakeTunnel();
        tunnel.greets = false;
        try (var ui = open(tunnel)) {
            assertThat(fetch(ui).body()).isEqualTo("hello");
        }
    }

    @Test
    void closedItEndsTheConnectionsOfProgramsAndTheirTunnels() throws Exception {
        var tunnel = new FakeTunnel();
        var ui = open(tunnel);
        try (var program = new Socket("127.0.0.1", ui.uri().getPort())) {
            await().untilAsserted(() -> assertThat(tunnel.opened).hasValue(1));
            ui.close();
            program.setSoTimeout(10_000);
            assertThat(program.getInputStream().read()).isEqualTo(-1);
            await().untilAsserted(() -> assertThat(tunnel.closed.get()).isPositive());
        }
    }

    @Test
    void whatTheTunnelDoesNotTakeIsNotRead() throws Exception {
        var tunnel = new FakeTunnel();
        tunnel.stuck = true;
        try (var ui = open(tunnel);
                var program = new Socket("127.0.0.1", ui.uri().getPort())) {
            var sent = CompletableFuture.runAsync(() -> {
                try {
                    program.getOutputStream().write(new byte[64_000_000]);
                } catch (IOException closed) {
                    // At the end of the test.
                }
            });
            await().untilAsserted(() -> assertThat(tunnel.queued.get()).isGreaterThan(1_000_000));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(tunnel.queued.get()).isLessThan(1_200_000));
            assertThat(sent).isNotDone();
        }
    }

    /** Answers every request in the same way, on a thread of its own as the Kubernetes client does. */
    private static final class FakeTunnel implements Tunnel {
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger queued = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private volatile String failure = "";
        private volatile boolean broken;
        private volatile boolean greets = true;
        private volatile boolean stuck;

        @Override
        public CompletableFuture<WebSocket> connect(WebSocket.Listener listener) {
            if (broken) {
                throw new IllegalStateException("no driver that runs");
            }
            opened.incrementAndGet();
            var greeted = new CompletableFuture<Void>();
            var socket = new FakeSocket(this, listener, new Semaphore(1), new AtomicBoolean(), greeted);
            CompletableFuture.runAsync(() -> {
                socket.greet();
                greeted.complete(null); // What pods say comes after it.
            });
            return CompletableFuture.completedFuture(socket);
        }

        @Override
        public String target() {
            return "the fake UI";
        }

        @Override
        public byte[] failure(String why) {
            return ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: " + why.length() + "\r\nConnection: close\r\n\r\n"
                            + why)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** As the API server's: a message is delivered when one was asked for. */
    private record FakeSocket(
            FakeTunnel tunnel,
            Listener listener,
            Semaphore demand,
            AtomicBoolean asked,
            CompletableFuture<Void> greeted)
            implements WebSocket {
        private static final byte[] PORT = {0x50, 0x1f};

        void greet() {
            if (tunnel.greets) {
                deliver(0, PORT);
                deliver(1, PORT);
            }
        }

        private void deliver(int channel, byte[] bytes) {
            demand.acquireUninterruptibly();
            var message =
                    ByteBuffer.allocate(bytes.length + 1).put((byte) channel).put(bytes);
            listener.onMessage(this, message.flip());
        }

        @Override
        public boolean send(ByteBuffer buffer) {
            if (tunnel.stuck) {
                tunnel.queued.addAndGet(buffer.remaining());
            } else if (asked.compareAndSet(false, true)) {
                greeted.thenRunAsync(this::answer);
            }
            return true;
        }

        private void answer() {
            if (tunnel.failure.isEmpty()) {
                deliver(0, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n".getBytes(StandardCharsets.US_ASCII));
                deliver(0, "Connection: close\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII));
                listener.onClose(this, 1000, "");
            } else {
                deliver(1, tunnel.failure.getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public boolean sendClose(int code, String reason) {
            tunnel.closed.incrementAndGet();
            return true;
        }

        @Override
        public long queueSize() {
            return tunnel.queued.get();
        }

        @Override
        public void request() {
            demand.release();
        }
    }
}
