package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/**
 * Finds out with one call, before anything is made, whether a session's pods can be made.
 *
 * <p>It is a create with {@code dryRun=All}: the server checks credentials, namespace, right, service account, quota and
 * pod security as for the real one and stores nothing. Spark only logs such a refusal, once a second, for ever.
 */
public final class ClusterCheck {

    private ClusterCheck() {}

    /**
     * Tries the pod.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException with what the server said
     */
    public static void canCreatePods(
            ClusterClient cluster, String name, String image, Optional<String> serviceAccount) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(serviceAccount.orElse(null))
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("spark-kubernetes-executor")
                .withImage(image)
                .endContainer()
                .endSpec()
                .build();
        try {
            cluster.client()
                    .pods()
                    .inNamespace(cluster.namespace())
                    .resource(pod)
                    .dryRun()
                    .create();
        } catch (KubernetesClientException e) {
            throw ClusterErrors.of(new Request("create", "pods", name, cluster.namespace()), cluster.apiServer(), e);
        }
    }
}
