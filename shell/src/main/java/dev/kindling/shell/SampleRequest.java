package dev.kindling.shell;

import java.util.ArrayList;
import java.util.Optional;

/** What the command line asks for; the values are still text where the DSL reads them. */
record SampleRequest(
        RunMode mode,
        Place place,
        Optional<String> namespace,
        Optional<String> image,
        Optional<String> jar,
        int executors,
        Optional<String> requestCores,
        Optional<String> memory,
        boolean singleAddress) {

    /** Refuses options that contradict each other, all at once, before anything is touched. */
    static SampleRequest checked(SampleRequest request) {
        var problems = new ArrayList<String>();
        var onCluster = request.place instanceof Place.Cluster;
        if (request.mode == RunMode.APPLICATION && request.place instanceof Place.InThisJvm) {
            problems.add("an application needs a Kubernetes. Write --on embedded or --on cluster");
        }
        if (onCluster && request.image.isEmpty()) {
            problems.add("--on cluster needs the image of the pods. Write --image REGISTRY/NAME:TAG");
        }
        if (onCluster && request.mode == RunMode.APPLICATION && request.jar.isEmpty()) {
            problems.add("an application on a cluster needs a place where its pods find the samples' jar."
                    + " Write --jar local:///path/in/the/image.jar or --jar https://…");
        }
        if (request.executors < 1) {
            problems.add("--executors " + request.executors + " is not a number of executors. Write --executors 2");
        }
        if (request.singleAddress && !(request.place instanceof Place.Embedded)) {
            problems.add(
                    "--single-address is a switch of the embedded Kubernetes. Write --on embedded, or leave it out");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n          ", problems));
        }
        return request;
    }
}
