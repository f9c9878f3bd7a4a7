package dev.kindling.internal.kubernetes;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.StartFailedException;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this JVM is, as executors see it.
 *
 * @param address what executors call
 * @param pod the pod this JVM runs in; it becomes the executors' owner
 */
public record DriverPlace(DriverAddress address, Optional<Pod> pod) {

    /**
     * Finds it: the given host first, then the pod's own address, then this machine's.
     *
     * @throws StartFailedException listing the addresses to choose from
     */
    public static DriverPlace find(ClusterClient cluster, Optional<String> given, Map<String, String> environment) {
        Optional<Pod> pod = OwnPod.find(cluster.client(), cluster.namespace(), environment);
        DriverAddress address = given.map(host -> new DriverAddress(host, "given"))
                .or(() -> pod.map(own -> new DriverAddress(
                        bracketed(own.getStatus().getPodIP()),
                        "the address of pod " + own.getMetadata().getName() + ", which this JVM runs in")))
                .orElseGet(() -> outside(LocalNetwork.around(cluster.apiServer(), cluster.client())));
        return new DriverPlace(address, pod);
    }

    /** Whether this JVM runs in some pod, of whatever cluster. */
    public static boolean isInSomePod(Map<String, String> environment) {
        return OwnPod.inSomePod(environment);
    }

    /** Whether this JVM runs in a pod of the cluster with this API server, as the environment of every pod names it. */
    public static boolean isInPodOf(URI apiServer, Map<String, String> environment) {
        return OwnPod.inSomePod(environment)
                && (apiServer.getHost().equals(environment.get("KUBERNETES_SERVICE_HOST"))
                        || apiServer.getHost().startsWith("kubernetes.default"));
    }

    private static DriverAddress outside(Surroundings around) {
        return DriverAddress.outside(around).orElseThrow(() -> choose(DriverAddress.candidates(around)));
    }

    private static StartFailedException choose(List<String> candidates) {
        String example = candidates.isEmpty() ? "10.0.0.7" : candidates.get(0).replaceAll(" .*", "");
        return new StartFailedException(
                new Explanation(
                        "find the address under which executors reach this JVM",
                        candidates.isEmpty()
                                ? "this machine has no address besides loopback"
                                : "several that could be it: " + String.join(", ", candidates),
                        "the API server is reached over loopback, so its route does not tell which one pods can reach",
                        ".driver(DriverPlan.defaults().host(\"" + example + "\"))"),
                null);
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
