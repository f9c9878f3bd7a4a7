package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log over several connections, as they end when an API server restarts. */
class LogStreamTest {

    private static final String ONE = "2026-11-23T10:00:00.1Z one\n";
    private static final String TWO = "2026-11-23T10:00:00.2Z two\n";

    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Connections.Lease lease;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        lease = Connections.lease(
                KubernetesCluster.at("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        lease.close();
        server.stop(0);
    }

    @Test
    void aStreamThatEndsBeforeItsContainerIsTakenUpAgain() throws Exception {
        replies.add(new Reply(200, ONE, false));
        replies.add(new Reply(200, ONE + TWO, false));
        var stream = stream(false);
        var end = stream.open();

        await().until(() -> lines.contains("two"));
        stream.containerEnded();

        assertThat(end.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).containsExactly("one", "two");
        assertThat(queries.get(1)).contains("sinceTime=2026-11-23T10%3A00%3A00.1Z");
    }

    @Test
    void aLineThatWasCutOffIsDeliveredOnceAndWhole() throws Exception {
        replies.add(new Reply(200, ONE + "2026-11-23T10:00:00.2Z tw", true));
        replies.add(new Reply(200, ONE + TWO, false));
        var end = stream(true).open();

        assertThat(end.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aContainerThatIsAboutToStartIsWaitedFor() throws Exception {
        replies.add(new Reply(400, "{}", false));
        replies.add(new Reply(200, ONE, false));

        assertThat(stream(true).open().get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).containsExactly("one");
    }

    @Test
    void theAnswerThatThePodIsGoneIsNoLine() throws Exception {
        replies.add(new Reply(404, "{\"kind\":\"Status\"}", false));

        assertThat(stream(true).open().get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(lines).isEmpty();
    }

    @Test
    void whoMayNotReadItIsNotMadeToWait() throws Exception {
        replies.add(new Reply(403, "{}", false));

        assertThat(stream(false).open().get(20, TimeUnit.SECONDS)).isFalse();
    }

    private LogStream stream(boolean hasEnded) {
        var container = new StartedContainer("u", "pod", "driver", "", hasEnded);
        return new LogStream(
                lease.connection().client(), lease.connection().workers(), "default", container, lines::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/version")) { // A client's first question.
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        queries.add(exchange.getRequestURI().getRawQuery());
        var reply = replies.isEmpty() ? new Reply(200, "", false) : replies.remove();
        var bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        // A length that is not reached: the connection is cut in the middle.
        exchange.sendResponseHeaders(reply.code, reply.isCut ? bytes.length + 100 : 0);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int code, String body, boolean isCut) {}
}
