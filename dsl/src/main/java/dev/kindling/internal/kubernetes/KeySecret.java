package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;

/**
 * A Secret with the keys of object stores that a spec holds itself, for the pods of one run. It has an owner where there
 * is one; what a killed JVM leaves behind of a session is found by its labels and age.
 */
public final class KeySecret {
    private KeySecret() {}

    public static Secret of(String name, String namespace, Map<String, String> data) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels("app.kubernetes.io/managed-by", "kindling")
                .addToLabels("app.kubernetes.io/component", "s3-keys")
                .endMetadata()
                .withImmutable(true)
                .withStringData(data)
                .build();
    }

    /** Of a session: removed with it, or with the driver's pod. */
    public static void create(ClusterClient cluster, String applicationId, Secret secret, List<OwnerReference> owners) {
        var complete = new SecretBuilder(secret)
                .editMetadata()
                .addToLabels("spark-app-selector", applicationId)
                .withOwnerReferences(owners)
                .endMetadata()
                .build();
        var name = secret.getMetadata().getName();
        try {
            cluster.client().resource(complete).create();
        } catch (KubernetesClientException e) {
            throw ClusterErrors.of(new Request("create", "secrets", name, cluster.namespace()), cluster.apiServer(), e);
        }
    }

    /** It may be gone already. */
    public static void delete(ClusterClient cluster, String name) {
        cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(name)
                .delete();
    }
}
