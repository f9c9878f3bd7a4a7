package dev.kindling.internal.kubernetes;

import dev.kindling.internal.kubernetes.Surroundings.NodeNetwork;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at this machine's interfaces and, where it must and may, at the cluster's nodes. */
public final class LocalNetwork {

    private static final String LITERAL = "[0-9.]+|[\\[\\]0-9a-fA-F:.]*:[\\[\\]0-9a-fA-F:.]*";

    private LocalNetwork() {}

    static Surroundings around(URI apiServer, KubernetesClient client) {
        List<OwnAddress> own = ownAddresses();
        Optional<InetAddress> route = routeTo(apiServer);
        // A route that is no loopback settles it; asking for nodes then would only need one more right.
        boolean settled = route.filter(a -> !a.isLoopbackAddress() && !a.isAnyLocalAddress())
                .isPresent();
        return new Surroundings(own, route, settled ? List.of() : nodes(client));
    }

    static List<OwnAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalNetwork::isUp)
                    .flatMap(i -> i.getInterfaceAddresses().stream()
                            .map(a -> new OwnAddress(i.getName(), a.getAddress(), a.getNetworkPrefixLength())))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** Whether the text is a literal address of this machine; a name or nothing is not. */
    static boolean isOwn(@Nullable String literal) {
        return literal != null && literal.matches(LITERAL) && own(literal).isPresent();
    }

    /**
     * The address of this machine that a literal or a name stands for; none if it stands for another or for several, or
     * if it is a name that only means loopback here: elsewhere it means more.
     */
    public static Optional<String> own(String host) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            boolean isOwn = all[0].isLoopbackAddress()
                    ? host.matches(LITERAL)
                    : ownAddresses().stream().anyMatch(own -> own.address().equals(all[0]));
            return all.length == 1 && isOwn ? Optional.of(OwnAddress.hostText(all[0])) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Connecting a datagram socket sends nothing; it only asks the routing table. */
    private static Optional<InetAddress> routeTo(URI apiServer) {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress server = InetAddress.getByName(apiServer.getHost());
            socket.connect(new InetSocketAddress(server, apiServer.getPort() < 0 ? 443 : apiServer.getPort()));
            return Optional.ofNullable(socket.getLocalAddress());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<NodeNetwork> nodes(KubernetesClient client) {
        try {
            List<NodeNetwork> networks = new ArrayList<>();
            for (Node node : client.nodes().list().getItems()) {
                List<Cidr> pods = Stream.ofNullable(node.getSpec()) // The embedded Kubernetes' has none.
                        .flatMap(spec -> spec.getPodCIDRs().stream())
                        .map(Cidr::parse)
                        .toList();
                for (NodeAddress address : node.getStatus().getAddresses()) {
                    if (address.getType().equals("InternalIP")) {
                        networks.add(new NodeNetwork(InetAddress.getByName(address.getAddress()), pods));
                    }
                }
            }
            return networks;
        } catch (KubernetesClientException | IOException e) {
            return List.of(); // An ordinary user may not read nodes: the other rules decide.
        }
    }

    private static boolean isUp(NetworkInterface networkInterface) {
        try {
            return networkInterface.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
