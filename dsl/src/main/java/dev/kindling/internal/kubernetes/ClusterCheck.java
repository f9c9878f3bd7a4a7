package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;

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
    public static void canCreate(ClusterClient cluster, Pod pod) {
        try {
            cluster.client()
                    .pods()
                    .inNamespace(cluster.namespace())
                    .resource(pod)
                    .dryRun()
                    .create();
        } catch (KubernetesClientException e) {
            throw ClusterErrors.of(
                    new Request("create", "pods", pod.getMetadata().getName(), cluster.namespace()),
                    cluster.apiServer(),
                    e);
        }
    }
}
