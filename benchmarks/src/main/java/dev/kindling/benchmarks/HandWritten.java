package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.DriverPlace;
import java.util.List;
import java.util.Optional;

/**
 * What has to be said of a cluster where nobody finds it out, and the way it is given to a child JVM.
 *
 * @param apiServer the API server's address
 * @param namespace where pods are made
 * @param image of the executors
 * @param driverHost this machine's address as pods see it
 */
record HandWritten(String apiServer, String namespace, String image, String driverHost) {

    /** What a user would write by hand for this cluster. */
    static HandWritten of(Lab lab) {
        try (ClusterClient found = ClusterClient.open(lab.cluster())) {
            String host = DriverPlace.find(found, Optional.empty(), System.getenv())
                    .address()
                    .host();
            return new HandWritten(found.apiServer().toString(), lab.namespace(), imageOfPods(), host);
        }
    }

    private static String imageOfPods() {
        return System.getenv().getOrDefault("KINDLING_BENCHMARK_IMAGE", "localhost/spark:4.1.1");
    }

    static HandWritten parse(List<String> args) {
        return new HandWritten(args.get(0), args.get(1), args.get(2), args.get(3));
    }

    List<String> args() {
        return List.of(apiServer, namespace, image, driverHost);
    }
}
