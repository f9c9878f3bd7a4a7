package dev.kindling.internal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.image.PullPolicy;
import dev.kindling.image.SparkImage;
import dev.kindling.internal.preflight.ImageRegistry.Reply;
import dev.kindling.internal.preflight.ImageRegistry.State;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What registries answer, over HTTP, and what follows from it. */
class RegistryCheckTest {

    private static final Reply LACKS = new Reply(State.LACKS, "MANIFEST_UNKNOWN manifest unknown");
    private static final SparkImage IMAGE = SparkImage.parse("registry.test/team/spark:4.1.1");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v2/there", exchange -> answer(exchange, 200, ""));
        server.createContext(
                "/v2/absent",
                exchange -> answer(
                        exchange,
                        404,
                        "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"));
        server.createContext("/v2/elsewhere", exchange -> answer(exchange, 404, "<html>no such page</html>"));
        server.createContext(
                "/v2/private", exchange -> answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}"));
        server.createContext("/v2/silent", exchange -> awaitEnd());
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead || body.isEmpty() ? -1 : body.length());
        if (!isHead) {
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneThatHasTheImageIsAskedOnce() {
        assertThat(at("there").ask(SOON).state()).isEqualTo(State.HAS);
        assertThat(asked).containsExactly("HEAD /v2/there/manifests/1.0");
    }

    @Test
    void onlyItsOwnWordsAreANo() {
        assertThat(at("absent").ask(SOON)).isEqualTo(LACKS);
        assertThat(asked).containsExactly("HEAD /v2/absent/manifests/1.0", "GET /v2/absent/manifests/1.0");
        assertThat(at("elsewhere").ask(SOON)).isEqualTo(new Reply(State.NOT_KNOWN, "HTTP 404"));
        assertThat(at("private").ask(SOON)).isEqualTo(new Reply(State.NOT_KNOWN, "HTTP 401"));
    }

    @Test
    void oneThatDoesNotAnswerIsNotKnown() {
        assertThat(at("silent").ask(Duration.ofMillis(50)).state()).isEqualTo(State.NOT_KNOWN);
        over.countDown();
        server.stop(0);
        assertThat(at("there").ask(SOON).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void theNameSaysWhoIsAsked() {
        assertThat(manifest("registry.test:5000/team/spark:4.1.1"))
                .hasValue("https://registry.test:5000/v2/team/spark/manifests/4.1.1");
        assertThat(manifest("registry.test/spark:4@sha256:" + "0".repeat(64)))
                .hasValue("https://registry.test/v2/spark/manifests/sha256:" + "0".repeat(64));
        assertThat(List.of("spark:4.1.1", "team/spark:4.1.1", "localhost/spark:4.1.1"))
                .allMatch(image -> manifest(image).isEmpty());
        assertThat(List.of("localhost:5000/spark:4.1.1", "127.0.0.1:5000/spark:4.1.1"))
                .allMatch(image -> manifest(image).isEmpty());
    }

    @Test
    void anImageThatNobodyHasIsAWarning() {
        assertThat(check(IMAGE, false).answer(LACKS).findings()).singleElement().satisfies(found -> {
            assertThat(found.account().cause()).isEqualTo("image-not-found");
            assertThat(found.account().isCertain()).isFalse();
        });
    }

    @Test
    void oneThatANodeHasOrMayHaveIsNone() {
        assertThat(check(IMAGE, true).answer(LACKS)).satisfies(answer -> {
            assertThat(answer.findings()).isEmpty();
            assertThat(answer.notKnown()).singleElement().asString().contains("a node has it");
        });
        var ordinaryUser = new RegistryCheck(IMAGE, reference -> {
            throw new KubernetesClientException("nodes is forbidden", 403, null);
        });
        assertThat(ordinaryUser.answer(LACKS).notKnown())
                .singleElement()
                .asString()
                .contains("may not see");
        assertThat(check(IMAGE.pullPolicy(PullPolicy.ALWAYS), true)
                        .answer(LACKS)
                        .findings())
                .hasSize(1);
    }

    @Test
    void whatALoginMayShowIsNotKnown() {
        assertThat(check(IMAGE.pullSecret("login"), false).answer(LACKS).findings())
                .isEmpty();
        assertThat(check(IMAGE, false)
                        .answer(new Reply(State.NOT_KNOWN, "HTTP 401"))
                        .notKnown())
                .containsExactly("registry of registry.test/team/spark:4.1.1: HTTP 401");
    }

    private static RegistryCheck check(SparkImage image, boolean onANode) {
        return new RegistryCheck(image, reference -> onANode);
    }

    private static Optional<String> manifest(String image) {
        return ImageRegistry.of(image).map(found -> found.manifest().toString());
    }

    private ImageRegistry at(String repository) {
        return ImageRegistry.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), repository, "1.0");
    }
}
