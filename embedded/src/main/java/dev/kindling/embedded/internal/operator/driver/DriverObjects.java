package dev.kindling.embedded.internal.operator.driver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/**
 * What one submission puts into the cluster.
 *
 * @param pod the driver's pod, owned by the application
 * @param dependents its config maps, secrets and service, to be owned by the pod
 */
record DriverObjects(Pod pod, List<HasMetadata> dependents) {}
