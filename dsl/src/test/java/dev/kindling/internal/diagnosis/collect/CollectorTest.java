package dev.kindling.internal.diagnosis.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.internal.diagnosis.collect.Collector.Known;
import dev.kindling.internal.diagnosis.evidence.AccountFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.Subject;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountListBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One look at one run costs a limited number of requests, whatever it has left behind. */
class CollectorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private List<String> accounts = List.of();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void ofManyDriversOfOneNameTheLatestIsRead() throws IOException {
        var pods = Stream.concat(
                        IntStream.range(0, 30).mapToObj(night -> pod("driver", night)),
                        IntStream.range(0, 30).mapToObj(night -> pod("executor", night)))
                .toList();

        var evidence = collect(pods);

        assertThat(evidence.logs())
                .extracting(LogFacts::pod)
                .containsExactly("driver-29", "executor-0", "executor-1", "executor-2", "executor-3");
        assertThat(evidence.unread()).anyMatch(gap -> gap.contains("logs of 29 more pods"));
        assertThat(asked).hasSizeLessThanOrEqualTo(15);
    }

    /** One run that lost thirty executors must not leave the others without a look. */
    @Test
    void ofEachRunOfANamespaceOneExecutorIsRead() throws IOException {
        var pods = Stream.concat(
                        IntStream.range(0, 30).mapToObj(number -> pod("executor", number, "nightly")),
                        Stream.of(pod("executor", 40, "hourly"), pod("executor", 41, "hourly")))
                .toList();

        var evidence = collect(pods, "");

        assertThat(evidence.logs()).extracting(LogFacts::pod).containsExactly("executor-40", "executor-0");
    }

    @Test
    void accountsOfPodsThatWaitAreLookedForOnce() throws IOException {
        var pods = List.of(waiting("driver", "spark"), waiting("executor", "default"));
        accounts = List.of("default", "other");

        assertThat(collect(pods).accounts())
                .containsExactly(
                        new AccountFacts("nightly", "driver", "spark", false),
                        new AccountFacts("nightly", "executor", "default", true));
        assertThat(asked.stream().filter(path -> path.endsWith("/serviceaccounts")))
                .hasSize(1);
        assertThat(asked).hasSizeLessThanOrEqualTo(15);
    }

    /** As in the embedded Kubernetes, which keeps none. */
    @Test
    void whereNobodyKeepsAccountsNoneIsMissing() throws IOException {
        accounts = List.of("other");

        assertThat(collect(List.of(waiting("driver", "spark"))).accounts()).isEmpty();
    }

    @Test
    void ofPodsThatHaveEndedOrGoWellNoneIsLookedFor() throws IOException {
        collect(List.of(pod("driver", 0)));
        collect(List.of(new PodBuilder(waiting("driver", "spark"))
                .editStatus()
                .withPhase("Running")
                .endStatus()
                .build()));

        assertThat(asked).noneMatch(path -> path.endsWith("/serviceaccounts"));
    }

    private static Pod waiting(String role, String account) {
        return new PodBuilder(pod(role, 0))
                .editSpec()
                .withServiceAccountName(account)
                .endSpec()
                .editStatus()
                .withPhase("Pending")
                .withContainerStatuses()
                .endStatus()
                .build();
    }

    private Evidence collect(List<Pod> pods) throws IOException {
        return collect(pods, "nightly");
    }

    private Evidence collect(List<Pod> pods, String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, pods));
        server.start();
        var config = new ConfigBuilder()
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            return new Collector(client, new Subject("session", "etl", name), "spark-role", Map.of(), Set.of())
                    .collect(Known.NOTHING);
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange, List<Pod> pods) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        var found = path.endsWith("/pods") ? pods : List.<Pod>of();
        var body = path.endsWith("/log")
                ? "the end"
                : path.endsWith("/serviceaccounts")
                        ? accountList()
                        : Serialization.asJson(
                                new PodListBuilder().withItems(found).build());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String accountList() {
        var list = new ServiceAccountListBuilder();
        accounts.forEach(name ->
                list.addNewItem().withNewMetadata().withName(name).endMetadata().endItem());
        return Serialization.asJson(list.build());
    }

    private static Pod pod(String role, int night) {
        return pod(role, night, "nightly");
    }

    private static Pod pod(String role, int night, String run) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(role + "-" + night)
                .withNamespace("etl")
                .withUid(role + night)
                .withCreationTimestamp(NOW.plusSeconds(86_400L * night).toString())
                .addToLabels("spark-role", role)
                .addToLabels("spark-app-name", run)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("spark-kubernetes-" + role)
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Failed")
                .addNewContainerStatus()
                .withName("spark-kubernetes-" + role)
                .withNewState()
                .withNewTerminated()
                .withExitCode(1)
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
