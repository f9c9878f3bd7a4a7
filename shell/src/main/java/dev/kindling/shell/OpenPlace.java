package dev.kindling.shell;

import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Local;
import dev.kindling.target.RunTarget;

/** A {@link Place} that is ready to run on, and is given up at the end. */
record OpenPlace(RunTarget target, Runnable giveUp) implements AutoCloseable {
    static OpenPlace of(SampleRequest request) {
        if (request.place() instanceof Place.InThisJvm here) {
            return new OpenPlace(Local.threads(here.threads()), () -> {});
        }
        if (request.place() instanceof Place.Cluster cluster) {
            return new OpenPlace(in(request, cluster(cluster)), () -> {});
        }
        throw new IllegalArgumentException(
                "the embedded Kubernetes is not there yet. Write --on local or --on cluster");
    }

    @Override
    public void close() {
        giveUp.run();
    }

    private static KubernetesCluster cluster(Place.Cluster place) {
        return place.context().map(KubernetesCluster::context).orElseGet(KubernetesCluster::current);
    }

    private static KubernetesCluster in(SampleRequest request, KubernetesCluster cluster) {
        return request.namespace().map(cluster::namespace).orElse(cluster);
    }
}
