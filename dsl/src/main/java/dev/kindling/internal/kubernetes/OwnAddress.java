package dev.kindling.internal.kubernetes;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * One address of this machine.
 *
 * @param networkInterface the interface's name, for example {@code eth0} or {@code cni0}
 * @param address the address
 * @param prefixLength length of its network's prefix in bits
 */
public record OwnAddress(String networkInterface, InetAddress address, int prefixLength) {

    boolean sameNetwork(InetAddress other) {
        return Cidr.of(address, prefixLength).contains(other);
    }

    boolean usableByOthers() {
        return !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isAnyLocalAddress();
    }

    /** The text Spark wants for a host: an IPv6 address without zone, in brackets. */
    String host() {
        return hostText(address);
    }

    static String hostText(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
