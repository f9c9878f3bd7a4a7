package dev.kindling.internal.driver;

import io.fabric8.kubernetes.api.model.HasMetadata;
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
}
