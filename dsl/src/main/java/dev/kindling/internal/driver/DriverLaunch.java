package dev.kindling.internal.driver;

import dev.kindling.internal.kubernetes.Uncut;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Puts a driver into a cluster: all of its objects, or none. */
public final class DriverLaunch {

    private DriverLaunch() {}

    /**
     * The pod comes first, so that it can own the rest and nothing stays when it goes; the kubelet waits for what the
     * pod mounts.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if the API server refuses any of it
     */
    public static Pod create(KubernetesClient client, DriverObjects objects) {
        var pod = client.resource(objects.pod()).create();
        try {
            var metadata = pod.getMetadata();
            objects.ownedBy(metadata.getName(), metadata.getUid())
                    .forEach(dependent -> client.resource(dependent).create());
            return pod;
        } catch (RuntimeException e) {
            Uncut.run(() -> client.resource(pod).delete());
            throw e;
        }
    }
}
