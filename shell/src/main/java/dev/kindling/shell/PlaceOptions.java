package dev.kindling.shell;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of all that runs Spark: where, and how large. */
final class PlaceOptions {
    @Option(
            names = "--on",
            paramLabel = "PLACE",
            defaultValue = "embedded",
            description = "local[:THREADS], embedded or cluster[:CONTEXT]. Default: ${DEFAULT-VALUE}")
    private String place = "embedded";

    @Option(names = "--namespace", paramLabel = "NS", description = "The namespace; by default the kubeconfig's.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--service-account",
            paramLabel = "NAME",
            description = "cluster: as whom pods run; by default the namespace's.")
    private Optional<String> serviceAccount = Optional.empty();

    @Option(
            names = "--driver-host",
            paramLabel = "HOST",
            description = "cluster: this machine as pods reach it; found by itself where it can be.")
    private Optional<String> driverHost = Optional.empty();

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image of the pods; needed on a cluster.")
    private Optional<String> image = Optional.empty();

    @Option(names = "--executors", paramLabel = "N", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}")
    private int executors = 2;

    @Option(
            names = "--request-cores",
            paramLabel = "C",
            description = "The cpu request of an executor, such as 0.1 or 500m.")
    private Optional<String> requestCores = Optional.empty();

    @Option(names = "--memory", paramLabel = "M", description = "The memory of an executor, such as 1g.")
    private Optional<String> memory = Optional.empty();

    @Option(
            names = "--single-address",
            description = "embedded: all pods on 127.0.0.1, for machines without the rest of 127.0.0.0/8 (macOS).")
    private boolean singleAddress;

    /** The values of all options, checked against each other; every problem in one message. */
    SampleRequest request(RunMode mode, Optional<String> jar) {
        return SampleRequest.checked(new SampleRequest(
                mode,
                Place.parse(place),
                new ClusterWishes(namespace, serviceAccount, driverHost),
                image,
                jar,
                executors,
                requestCores,
                memory,
                singleAddress));
    }
}
