package dev.kindling.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.run.SparkUi;
import io.fabric8.kubernetes.client.PortForward;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
            assertThat(refused.body()).contains("the fake UI", "handshake refused");
            assertThat(refused.headers().firstValue("Refresh")).isPresent();
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

    /** Answers every request in the same way, on a thread of its own as the Kubernetes client does. */
    private static final class FakeTunnel implements Tunnel {
        private final AtomicInteger opened = new AtomicInteger();
        private volatile String failure = "";
        private volatile boolean broken;

        @Override
        public PortForward connect(ReadableByteChannel in, WritableByteChannel out) {
            if (broken) {
                throw new IllegalStateException("no driver that runs");
            }
            opened.incrementAndGet();
            var seen = failure;
            CompletableFuture.runAsync(() -> pump(seen, in, out));
            return new Seen(seen.isEmpty() ? List.of() : List.of(new IOException(seen)));
        }

        private static void pump(String failure, ReadableByteChannel in, WritableByteChannel out) {
            try (in;
                    out) {
                if (failure.isEmpty()) {
                    in.read(ByteBuffer.allocate(4096));
                    out.write(ByteBuffer.wrap("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
                            .getBytes(StandardCharsets.US_ASCII)));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String target() {
            return "the fake UI";
        }
    }

    private record Seen(List<Throwable> failures) implements PortForward {
        @Override
        public boolean isAlive() {
            return failures.isEmpty();
        }

        @Override
        public boolean errorOccurred() {
            return !failures.isEmpty();
        }

        @Override
        public Collection<Throwable> getClientThrowables() {
            return List.of();
        }

        @Override
        public Collection<Throwable> getServerThrowables() {
            return failures;
        }

        @Override
        public void close() {}
    }
}
