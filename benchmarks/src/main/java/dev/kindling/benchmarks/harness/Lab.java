package dev.kindling.benchmarks.harness;

import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The cluster of KUBECONFIG with a namespace of our own, removed at the end. */
public final class Lab implements AutoCloseable {

    private static final long PATIENCE_S = 90;

    private final KubernetesClient client = new KubernetesClientBuilder().build();
    private final String namespace =
            "kindling-benchmark-" + UUID.randomUUID().toString().substring(0, 8);

    private final Thread hook = new Thread(this::remove);

    private Lab() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Makes the namespace; pods can be made in it at once. */
    public static Lab open() {
        Lab lab = new Lab();
        lab.client
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(lab.namespace)
                        .endMetadata()
                        .build())
                .create();
        lab.client
                .serviceAccounts()
                .inNamespace(lab.namespace)
                .withName("default")
                .waitUntilCondition(Objects::nonNull, PATIENCE_S, TimeUnit.SECONDS);
        return lab;
    }

    /** Where a benchmark works. */
    public KubernetesCluster cluster() {
        return KubernetesCluster.current().namespace(namespace);
    }

    /** Its name. */
    public String namespace() {
        return namespace;
    }

    /** For what a user's own program would do. */
    public KubernetesClient client() {
        return client;
    }

    /** Waits until the last run's pods are gone, so that the next has the machine for itself. */
    public static void awaitNoPods(KubernetesClient client, String namespace) throws Exception {
        client.pods().inNamespace(namespace).informOnCondition(List::isEmpty).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void remove() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }
}
