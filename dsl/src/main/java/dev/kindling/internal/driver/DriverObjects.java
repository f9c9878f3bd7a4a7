package dev.kindling.internal.driver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/**
 * What one submission puts into the cluster.
 *
 * @param pod the driver's
 * @param dependents its config maps, secrets and service, to be owned by the pod
 */
public record DriverObjects(Pod pod, List<HasMetadata> dependents) {
    public DriverObjects {
        dependents = List.copyOf(dependents);
    }

    /** The dependents as they go into the cluster once the pod is there: they go with it. */
    public List<HasMetadata> ownedBy(String podName, String podUid) {
        var owner = new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(podName)
                .withUid(podUid)
                .withController(true)
                .build();
        dependents.forEach(dependent -> dependent.addOwnerReference(owner));
        return dependents;
    }
}
