package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.internal.kubernetes.Surroundings.NodeNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriverAddressTest {

    private static final OwnAddress LOOPBACK = own("lo", "127.0.0.1", 8);
    private static final OwnAddress LAN = own("eth0", "192.168.7.20", 24);
    private static final OwnAddress BRIDGE = own("cni0", "10.88.0.1", 16);

    @Test
    void theAddressThatRoutesToTheServer() {
        var around = new Surroundings(List.of(LOOPBACK, LAN, BRIDGE), Optional.of(LAN.address()), List.of());
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("192.168.7.20");
    }

    @Test
    void onANodeThePodBridge() {
        var node = new NodeNetwork(address("192.168.7.20"), List.of(Cidr.parse("10.88.0.0/16")));
        var around = new Surroundings(List.of(LOOPBACK, LAN, BRIDGE), Optional.of(LOOPBACK.address()), List.of(node));
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("10.88.0.1");
    }

    @Test
    void onANodeThatDoesNotSayItsPodsNetworkTheKnownBridge() {
        var node = new NodeNetwork(address("192.168.7.20"), List.of());
        var around = new Surroundings(List.of(LOOPBACK, LAN, BRIDGE), Optional.of(LOOPBACK.address()), List.of(node));
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("10.88.0.1");
    }

    @Test
    void besideAClusterInContainersTheirNetworksGateway() {
        var docker = own("br-4f1", "172.18.0.1", 16);
        var node = new NodeNetwork(address("172.18.0.2"), List.of(Cidr.parse("10.244.0.0/24")));
        var around = new Surroundings(List.of(LOOPBACK, LAN, docker), Optional.of(LOOPBACK.address()), List.of(node));
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("172.18.0.1");
    }

    @Test
    void aKnownBridgeWhereNodesMayNotBeRead() {
        var around = new Surroundings(List.of(LOOPBACK, LAN, BRIDGE), Optional.of(LOOPBACK.address()), List.of());
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("10.88.0.1");
    }

    @Test
    void theOnlyAddressThereIs() {
        var around = new Surroundings(List.of(LOOPBACK, LAN), Optional.empty(), List.of());
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("192.168.7.20");
    }

    @Test
    void severalAreAChoiceForAPerson() {
        var wifi = own("wlan0", "10.1.2.3", 24);
        var linkLocal = own("eth0", "169.254.3.4", 16);
        var around =
                new Surroundings(List.of(LOOPBACK, LAN, wifi, linkLocal), Optional.of(LOOPBACK.address()), List.of());
        assertThat(DriverAddress.outside(around)).isEmpty();
        assertThat(DriverAddress.candidates(around)).containsExactly("192.168.7.20 (eth0)", "10.1.2.3 (wlan0)");
    }

    @Test
    void anIpv6AddressIsInBracketsAndWithoutZone() {
        var six = own("eth0", "fd00::2", 64);
        var around = new Surroundings(List.of(six), Optional.of(six.address()), List.of());
        assertThat(DriverAddress.outside(around)).map(DriverAddress::host).contains("[fd00:0:0:0:0:0:0:2]");
    }

    private static OwnAddress own(String networkInterface, String literal, int prefixLength) {
        return new OwnAddress(networkInterface, address(literal), prefixLength);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
