package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The token of the user's current context goes to no other API server. Spark's own client sends it to whatever master
 * is set, which the last test shows, so that the others could fail.
 */
@Tag("embedded")
class ForeignCredentialsIT {

    private static final String USERS_TOKEN = "token-of-the-users-own-cluster";
    private static final String KUBECONFIG =
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: own, cluster: {server: "https://192.0.2.1:6443"}}]
            users: [{name: me, user: {token: "%s"}}]
            contexts: [{name: own, context: {cluster: own, user: me}}]
            current-context: own
            """;

    @TempDir
    Path folder;

    private final RecordingServer server = new RecordingServer();

    @BeforeEach
    void theUsersKubeconfig() throws IOException {
        Path file = Files.writeString(folder.resolve("config"), KUBECONFIG.formatted(USERS_TOKEN));
        System.setProperty("kubeconfig", file.toString());
    }

    @AfterEach
    void close() {
        System.clearProperty("kubeconfig");
        server.close();
    }

    @Test
    void toAnAddress() {
        startOn(KubernetesCluster.at(server.url()));
        assertThat(server.calls()).hasSizeGreaterThan(3).allSatisfy(call -> assertThat(call.authorization())
                .as(call.line())
                .isEmpty());
        assertThat(server.calls())
                .as("calls that only Spark's client makes")
                .anySatisfy(call -> assertThat(call.line()).contains("POST").contains("/configmaps"));
        assertThat(System.getProperty("kubeconfig"))
                .as("put back")
                .isEqualTo(folder.resolve("config").toString());
    }

    @Test
    void toTheServerOfAGivenClient() {
        var config = new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                .withMasterUrl(server.url())
                .withOauthTokenProvider(() -> "the-clients-own")
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            startOn(KubernetesCluster.using(client));
        }
        assertThat(server.calls()).hasSizeGreaterThan(3).allSatisfy(call -> assertThat(call.authorization())
                .as(call.line())
                .contains("Bearer the-clients-own"));
    }

    @Test
    void sparkByItselfWouldSendIt() {
        SparkConf conf = new SparkConf(false)
                .setMaster("k8s://" + server.url())
                .setAppName("raw")
                .set("spark.kubernetes.container.image", "any:1")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.scheduler.minRegisteredResourcesRatio", "0");
        new SparkContext(conf).stop();
        assertThat(server.calls())
                .anySatisfy(call -> assertThat(call.authorization()).contains("Bearer " + USERS_TOKEN));
    }

    /** The server runs no pod, so no start succeeds; what counts is what it was sent until then. */
    private static void startOn(KubernetesCluster cluster) {
        assertThatThrownBy(() -> Spark.session("credentials")
                        .image("any:1")
                        .executors(ExecutorPlan.of(1))
                        .startTimeout(Duration.ofSeconds(3))
                        .startOn(cluster.driverHost("127.0.0.1")))
                .hasMessageContaining("credentials");
    }
}
