package dev.kindling.embedded.internal.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.embedded.internal.store.Objects;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listens at a pod's address is reached through the API server. */
@Tag("embedded")
@Timeout(60)
class PortForwardIT {
    private static final int LARGE = 5_000_000;

    private ApiFixture api;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        api = new ApiFixture();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        api.store().create(ResourceTypes.PODS, Objects.pod("waiting"));
        api.store().create(ResourceTypes.PODS, Objects.pod("p"));
        api.store().update(ResourceTypes.PODS, "default", "p", pod -> {
            pod.withObject("/status").put("phase", "Running").put("podIP", "127.0.0.1");
            return pod;
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
        api.close();
    }

    @Test
    void severalLargeAnswersComeWholeAtOnce() throws Exception {
        String body = "x".repeat(LARGE);
        try (LocalPortForward forward = pod("p").portForward(server.getAddress().getPort(), loopback(), 0)) {
            Stream<CompletableFuture<String>> answers =
                    IntStream.range(0, 4).mapToObj(i -> echo(forward.getLocalPort(), body + i));
            int[] expected = {0};
            for (CompletableFuture<String> answer : answers.toList()) {
                assertThat(answer.get()).hasSize(LARGE + 1).endsWith("x" + expected[0]++);
            }
        }
    }

    @Test
    void aPortThatNobodyListensAtIsSaidSo() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, loopback())) {
            free = probe.getLocalPort();
        }
        try (LocalPortForward forward = pod("p").portForward(free, loopback(), 0)) {
            assertThat(echo(forward.getLocalPort(), "x")).failsWithin(java.time.Duration.ofSeconds(20));
            await().untilAsserted(() -> assertThat(forward.getServerThrowables())
                    .anyMatch(e -> e.getMessage().contains("error forwarding port " + free)));
        }
    }

    @Test
    void aPodThatDoesNotRunIsRefused() throws Exception {
        try (LocalPortForward forward = pod("waiting").portForward(4040, loopback(), 0)) {
            assertThat(echo(forward.getLocalPort(), "x")).failsWithin(java.time.Duration.ofSeconds(20));
            await().untilAsserted(
                            () -> assertThat(forward.getServerThrowables()).isNotEmpty());
        }
    }

    @Test
    void aPodMaySpeakFirst() throws Exception {
        try (ServerSocket greeter = new ServerSocket(0, 1, loopback());
                LocalPortForward forward = pod("p").portForward(greeter.getLocalPort(), loopback(), 0);
                Socket client = new Socket(loopback(), forward.getLocalPort());
                Socket accepted = greeter.accept()) {
            accepted.getOutputStream().write("220 ready".getBytes(US_ASCII));

            assertThat(client.getInputStream().readNBytes(9)).asString(US_ASCII).isEqualTo("220 ready");
        }
    }

    private PodResource pod(String name) {
        return api.client().pods().inNamespace("default").withName(name);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static CompletableFuture<String> echo(int port, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }
}
