package dev.kindling.cluster;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A namespace of the test class's own on the cluster of KUBECONFIG; without a cluster the class is skipped, loudly. */
final class RealCluster implements BeforeAllCallback, AfterAllCallback {

    static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1");

    private final String namespace = "kindling-" + UUID.randomUUID().toString().substring(0, 8);
    private KubernetesClient client;

    @Override
    public void beforeAll(ExtensionContext context) {
        Config config = Config.autoConfigure(null);
        if (config.getCurrentContext() == null) {
            skip("KUBECONFIG names no cluster");
        }
        config.setRequestRetryBackoffLimit(0);
        client = new KubernetesClientBuilder().withConfig(config).build();
        try {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
        } catch (KubernetesClientException e) {
            client.close();
            skip("the cluster of KUBECONFIG does not answer: " + e.getMessage());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (client != null) {
            client.namespaces().withName(namespace).delete();
            client.close();
        }
    }

    private static void skip(String why) {
        System.err.println("SKIPPED: cluster tests: " + why);
        abort(why);
    }

    String namespace() {
        return namespace;
    }

    KubernetesClient client() {
        return client;
    }

    KubernetesCluster target() {
        return KubernetesCluster.current().namespace(namespace);
    }

    /** The address that a session would find for its driver. */
    String driverHost() {
        try (ClusterClient cluster = ClusterClient.open(target())) {
            return DriverPlace.find(cluster, Optional.empty(), System.getenv())
                    .address()
                    .host();
        }
    }

    /** A session that fits beside another on a node of two cores. */
    SessionSpec session(String name) {
        return Spark.session(name)
                .image(IMAGE)
                .executors(ExecutorPlan.of(2).memory("512m").cpuRequest("100m"));
    }

    /** The level of pod security that the namespace enforces; none without one. */
    void security(String level) {
        var patch = "{\"metadata\":{\"labels\":{\"pod-security.kubernetes.io/enforce\":"
                + (level == null ? "null" : "\"" + level + "\"") + "}}}";
        client.namespaces().withName(namespace).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** What sessions have made, besides a test's own objects: all of it carries the application's label. */
    List<HasMetadata> made() {
        return Stream.<Stream<? extends HasMetadata>>of(
                        client.pods().inNamespace(namespace).withLabel("spark-app-selector").list().getItems().stream(),
                        client
                                .configMaps()
                                .inNamespace(namespace)
                                .withLabel("spark-app-selector")
                                .list()
                                .getItems()
                                .stream(),
                        client
                                .secrets()
                                .inNamespace(namespace)
                                .withLabel("spark-app-selector")
                                .list()
                                .getItems()
                                .stream(),
                        client.services().inNamespace(namespace).list().getItems().stream())
                .<HasMetadata>flatMap(all -> all)
                .toList();
    }

    /** Names of what a session makes and has to remove. */
    List<String> leftovers() {
        return Stream.of(
                        client.pods().inNamespace(namespace).list().getItems().stream(),
                        client.secrets().inNamespace(namespace).list().getItems().stream(),
                        client.services().inNamespace(namespace).list().getItems().stream(),
                        client.configMaps().inNamespace(namespace).list().getItems().stream()
                                .filter(map -> !map.getMetadata().getName().equals("kube-root-ca.crt")))
                .flatMap(all -> all)
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();
    }
}
