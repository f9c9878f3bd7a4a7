package dev.kindling.benchmarks;

import java.util.List;

/**
 * What has to be said of a cluster where nobody finds it out, and the way it is given to a child JVM.
 *
 * @param apiServer the API server's address
 * @param namespace where pods are made
 * @param image of the executors
 * @param driverHost this machine's address as pods see it
 */
record HandWritten(String apiServer, String namespace, String image, String driverHost) {

    static HandWritten parse(List<String> args) {
        return new HandWritten(args.get(0), args.get(1), args.get(2), args.get(3));
    }

    List<String> args() {
        return List.of(apiServer, namespace, image, driverHost);
    }
}
