package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.SomePod;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What executors wrote last is known though their pods are gone. */
class ExecutorLogsTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch podsAreGone = new CountDownLatch(1);
    private HttpServer server;
    private KubernetesClient client;
    private ExecutorLogs logs;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        logs = new ExecutorLogs(client, "etl", workers);
    }

    @AfterEach
    void stop() {
        logs.close();
        podsAreGone.countDown();
        client.close();
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void whatWasFollowedIsThereWhenThePodIsGone() throws Exception {
        logs.follow(pod(1));
        await().until(() -> asked.stream().anyMatch(query -> query.contains("follow=true")));
        podsAreGone.countDown();

        assertThat(logs.ended(pod(1)).get(20, TimeUnit.SECONDS)).isEqualTo("words of exec-1\nlast words\n");
    }

    @Test
    void onceIsEnough() {
        logs.follow(pod(1));
        await().until(() -> asked.size() == 1);
        logs.follow(pod(1));
        logs.follow(pod(2));
        await().until(() -> asked.stream().anyMatch(query -> query.startsWith("exec-2?")));

        assertThat(asked).hasSize(2);
    }

    @Test
    void beyondTwentyTheEndIsFetched() throws Exception {
        IntStream.rangeClosed(1, 21).mapToObj(ExecutorLogsTest::pod).forEach(logs::follow);
        await().until(() -> asked.size() == 20);

        assertThat(logs.ended(pod(21)).get(20, TimeUnit.SECONDS)).isEqualTo("the end of exec-21");
        assertThat(asked).last().asString().contains("tailLines=");
    }

    @Test
    void oneThatEndedWellMakesRoomForAnother() {
        IntStream.rangeClosed(1, 20).mapToObj(ExecutorLogsTest::pod).forEach(logs::follow);
        await().until(() -> asked.size() == 20);

        logs.forget("exec-7");
        logs.follow(pod(21));

        await().until(() -> asked.stream().anyMatch(query -> query.startsWith("exec-21?")));
    }

    private static PodFacts pod(int number) {
        var container = new ContainerFacts("spark-kubernetes-executor", false, "spark", "running", "", "", 0, null);
        return SomePod.of("exec-" + number, "words", "executor", "" + number, Instant.now(), "Running", container);
    }

    /** A followed log goes on until the pods are gone; who asks afterwards is told so. */
    private void answer(HttpExchange exchange) throws IOException {
        var pod = exchange.getRequestURI().getPath().replaceAll(".*/pods/|/log", "");
        var query = exchange.getRequestURI().getRawQuery();
        asked.add(pod + "?" + query);
        var isGone = podsAreGone.getCount() == 0;
        exchange.sendResponseHeaders(isGone ? 404 : 200, 0);
        try (var body = exchange.getResponseBody()) {
            if (query.contains("tailLines")) {
                body.write(("the end of " + pod).getBytes(StandardCharsets.UTF_8));
            } else if (!isGone) {
                body.write(("2026-11-23T10:00:00.1Z words of " + pod + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
                podsAreGone.await();
                body.write("2026-11-23T10:00:00.2Z last words\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
