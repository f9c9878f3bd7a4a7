package dev.kindling.shell;

import dev.kindling.target.KubernetesCluster;
import java.util.Optional;

/** What the command line says of the cluster that it names. */
record ClusterWishes(Optional<String> namespace, Optional<String> serviceAccount, Optional<String> driverHost) {
    static final ClusterWishes NONE = new ClusterWishes(Optional.empty(), Optional.empty(), Optional.empty());

    /** Elsewhere accounts have no rights, and the driver's host is known. */
    boolean areOfRealClusters() {
        return serviceAccount.isPresent() || driverHost.isPresent();
    }

    KubernetesCluster applyTo(KubernetesCluster cluster) {
        var there = namespace.map(cluster::namespace).orElse(cluster);
        var as = serviceAccount.map(there::serviceAccount).orElse(there);
        return driverHost.map(as::driverHost).orElse(as);
    }
}
