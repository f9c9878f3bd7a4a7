package dev.kindling.embedded.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.SparkUi;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser's way to a driver in a pod. */
@Tag("embedded")
class SparkUiIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static EmbeddedKubernetes kubernetes;
    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        jar = TestJar.of(TestJob.class, folder);
        kubernetes = EmbeddedKubernetes.start();
    }

    @AfterAll
    static void stop() {
        kubernetes.close();
    }

    @Test
    void theUiOfARunningDriverIsReachedByManyAtOnceAndEndsWithIt() {
        var run = sleeping("ui", kubernetes.cluster());
        try (var ui = run.ui()) {
            var client = HttpClient.newHttpClient();
            var pages = IntStream.range(0, 12)
                    .mapToObj(i -> client.sendAsync(get(ui, "environment/"), HttpResponse.BodyHandlers.ofString()))
                    .toList();

            assertThat(pages).allSatisfy(page -> assertThat(page.join().body()).contains("spark.app.name"));
            assertThat(ui.uri().getHost()).isEqualTo("127.0.0.1");

            run.delete();
            assertThat(fetch(ui, "jobs/").statusCode()).isEqualTo(502);
            assertThat(fetch(ui, "jobs/").body()).contains("no driver");
        }
    }

    @Test
    void aWayToTheServerThatBreaksIsFoundAgain() throws IOException {
        var text = Files.readString(kubernetes.kubeconfig());
        var server = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)").matcher(text);
        assertThat(server.find()).isTrue();
        try (var relay = Relay.to(Integer.parseInt(server.group(1)))) {
            var kubeconfig = Files.writeString(
                    folder.resolve("relayed"), text.replace(server.group(), "https://127.0.0.1:" + relay.port()));
            var image = kubernetes.cluster().image().orElseThrow();
            var run =
                    sleeping("relayed", KubernetesCluster.kubeconfig(kubeconfig).image(image));
            try (var ui = run.ui()) {
                assertThat(fetch(ui, "environment/").statusCode()).isEqualTo(200);

                relay.cut();
                assertThat(fetch(ui, "environment/").statusCode()).isEqualTo(502);

                relay.restore();
                await().atMost(LIMIT).untilAsserted(() -> assertThat(
                                fetch(ui, "environment/").statusCode())
                        .isEqualTo(200));
            }
            run.delete();
        }
    }

    @Test
    void aDriverWithoutOperatorHasOneToo() {
        var run = sleeping("alone", kubernetes.cluster().operator(Operator.none()));
        try (var ui = run.ui()) {
            assertThat(fetch(ui, "environment/").body()).contains("spark.app.name");
        }
        run.delete();
    }

    @Test
    void withoutADriverItIsSaidWhy() {
        var waiting = job("waiting").image("registry.local/absent:1").submitTo(kubernetes.cluster());

        assertThatThrownBy(waiting::ui)
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContaining("the driver has not started yet");
        waiting.delete();

        var ended = job("ended").arguments("count", "10").submitTo(kubernetes.cluster());
        ended.awaitSuccess(LIMIT);
        assertThatThrownBy(ended::ui)
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContainingAll("the driver has ended", "Spark.history(");
        ended.delete();
    }

    private static SubmittedApplication sleeping(String name, KubernetesCluster cluster) {
        List<String> log = new CopyOnWriteArrayList<>();
        var run = job(name).arguments("sleep", "600").submitTo(cluster);

        run.followLog(log::add);
        await().atMost(LIMIT).until(() -> log.contains("sleeping"));
        return run;
    }

    private static ApplicationSpec job(String name) {
        return Spark.application(name)
                .jar("local://" + jar)
                .mainClass(TestJob.class.getName())
                .driver(DriverPlan.defaults().memory("512m"))
                .executors(ExecutorPlan.of(1).memory("512m"));
    }

    private static HttpResponse<String> fetch(SparkUi ui, String page) {
        return HttpClient.newHttpClient()
                .sendAsync(get(ui, page), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static HttpRequest get(SparkUi ui, String page) {
        return HttpRequest.newBuilder(URI.create(ui.uri() + page)).build();
    }
}
