package dev.kindling.internal.kubernetes;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the network between this JVM and the pods; {@link DriverAddress} decides from it.
 *
 * @param own every address of this machine's interfaces that are up
 * @param route the local address that packets to the API server leave from
 * @param nodes the cluster's nodes, empty where they may not be read
 */
record Surroundings(List<OwnAddress> own, Optional<InetAddress> route, List<NodeNetwork> nodes) {

    /**
     * One node's networks.
     *
     * @param internal its internal address
     * @param podNetworks the networks its pods get their addresses from
     */
    record NodeNetwork(InetAddress internal, List<Cidr> podNetworks) {}
}
