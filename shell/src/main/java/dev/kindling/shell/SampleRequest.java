package dev.kindling.shell;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.image.SparkImage;
import dev.kindling.value.ExecutorPlan;
import java.util.ArrayList;
import java.util.Optional;

/** What the command line asks for; the values are still text where the DSL reads them. */
record SampleRequest(
        RunMode mode,
        Place place,
        ClusterWishes wishes,
        Optional<String> image,
        Optional<String> jar,
        int executors,
        Optional<String> requestCores,
        Optional<String> memory,
        boolean singleAddress) {

    /** Refuses options that contradict each other, all at once, then single bad values, before anything is touched. */
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
        if (!onCluster && request.wishes.areOfRealClusters()) {
            problems.add("--service-account and --driver-host are for a real cluster."
                    + " Write --on cluster, or leave them out");
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
        request.image.ifPresent(SparkImage::parse);
        request.executorPlan();
        return request;
    }

    /** The number of executors in words; in this JVM the driver is the only one. */
    String executorsInWords() {
        var number = place instanceof Place.InThisJvm ? 1 : executors;
        return number + (number == 1 ? " executor" : " executors");
    }

    /** The spec with the image and the sizes asked for. */
    SessionSpec applyTo(SessionSpec spec) {
        var sized = spec.executors(executorPlan());
        return image.map(sized::image).orElse(sized);
    }

    /** The spec with the image and the sizes asked for. */
    ApplicationSpec applyTo(ApplicationSpec spec) {
        var sized = spec.executors(executorPlan());
        return image.map(sized::image).orElse(sized);
    }

    private ExecutorPlan executorPlan() {
        var plan = ExecutorPlan.of(executors);
        var withMemory = memory.map(plan::memory).orElse(plan);
        return requestCores.map(withMemory::cpuRequest).orElse(withMemory);
    }
}
