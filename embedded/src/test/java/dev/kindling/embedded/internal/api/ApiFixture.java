package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.boot.ControlPlane;
import dev.kindling.embedded.internal.store.ObjectStore;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;

/** A server without a kubelet, and a client that reached it over TLS with its kubeconfig. */
final class ApiFixture implements AutoCloseable {
    private final ControlPlane plane = ControlPlane.start();
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(plane.kubeconfig()))
            .build();

    KubernetesClient client() {
        return client;
    }

    ObjectStore store() {
        return plane.store();
    }

    ControlPlane plane() {
        return plane;
    }

    /** A namespace of its own for each test. */
    String namespace(String name) {
        client.resource(new io.fabric8.kubernetes.api.model.NamespaceBuilder()
                        .withMetadata(new ObjectMetaBuilder().withName(name).build())
                        .build())
                .create();
        return name;
    }

    static Pod pod(String name, Map<String, String> labels) {
        ObjectMeta meta =
                new ObjectMetaBuilder().withName(name).withLabels(labels).build();
        return new PodBuilder()
                .withMetadata(meta)
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("i:1")
                .endContainer()
                .endSpec()
                .build();
    }

    @Override
    public void close() {
        client.close();
        plane.close();
    }
}
