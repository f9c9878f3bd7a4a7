package dev.kindling.internal.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address under which executors reach this JVM, and why it was chosen.
 *
 * @param host as Spark wants it in {@code spark.driver.host}
 * @param why one sentence for {@code settings()}
 */
public record DriverAddress(String host, String why) {

    /** Bridges that network plugins and local clusters make on a node for its pods. */
    private static final Set<String> POD_BRIDGES =
            Set.of("cni0", "cbr0", "kube-bridge", "cilium_host", "weave", "kindnet");

    /** The address outside a pod, or empty when a person has to choose. */
    static Optional<DriverAddress> outside(Surroundings around) {
        return routed(around)
                .or(() -> podBridgeOfThisNode(around))
                .or(() -> isANode(around) ? knownBridge(around) : Optional.empty())
                .or(() -> besideANode(around))
                .or(() -> knownBridge(around))
                .or(() -> onlyOne(around));
    }

    /** All addresses that could be the driver's, for the message that asks to choose. */
    static List<String> candidates(Surroundings around) {
        return around.own().stream()
                .filter(OwnAddress::usableByOthers)
                .map(a -> a.host() + " (" + a.networkInterface() + ")")
                .collect(Collectors.toList());
    }

    private static Optional<DriverAddress> routed(Surroundings around) {
        return around.route()
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress() && !a.isAnyLocalAddress())
                .map(a -> new DriverAddress(
                        OwnAddress.hostText(a), "the address of this machine that routes to the API server"));
    }

    private static Optional<DriverAddress> podBridgeOfThisNode(Surroundings around) {
        return first(
                around,
                own -> around.nodes().stream()
                        .flatMap(n -> n.podNetworks().stream())
                        .anyMatch(network -> network.contains(own.address())),
                "this machine is a node and this is its address in the pods' network");
    }

    /** Nodes do not always say their pods' networks; a bridge is still better than an address that others reach, too. */
    private static boolean isANode(Surroundings around) {
        return around.own().stream().anyMatch(own -> around.nodes().stream()
                .anyMatch(node -> node.internal().equals(own.address())));
    }

    private static Optional<DriverAddress> besideANode(Surroundings around) {
        return first(
                around,
                own -> around.nodes().stream().anyMatch(n -> own.sameNetwork(n.internal())),
                "this machine's address in the network of the cluster's nodes");
    }

    private static Optional<DriverAddress> knownBridge(Surroundings around) {
        return first(
                around,
                own -> POD_BRIDGES.contains(own.networkInterface()),
                "the address of this machine's pod bridge");
    }

    private static Optional<DriverAddress> onlyOne(Surroundings around) {
        List<OwnAddress> usable =
                around.own().stream().filter(OwnAddress::usableByOthers).toList();
        return usable.size() == 1
                ? Optional.of(
                        new DriverAddress(usable.get(0).host(), "the only address of this machine besides loopback"))
                : Optional.empty();
    }

    private static Optional<DriverAddress> first(
            Surroundings around, java.util.function.Predicate<OwnAddress> accept, String why) {
        return around.own().stream()
                .filter(OwnAddress::usableByOthers)
                .filter(accept)
                .findFirst()
                .map(own -> new DriverAddress(own.host(), why + " (" + own.networkInterface() + ")"));
    }
}
