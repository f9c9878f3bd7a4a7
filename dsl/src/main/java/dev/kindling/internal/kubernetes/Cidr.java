package dev.kindling.internal.kubernetes;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A network in CIDR notation, such as {@code 10.88.0.0/16}. */
record Cidr(InetAddress network, int prefixLength) {

    static Cidr of(InetAddress network, int prefixLength) {
        return new Cidr(network, prefixLength);
    }

    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal address: no name is looked up.
            return new Cidr(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | RuntimeException e) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        int hostBits = mine.length * 8 - prefixLength;
        return mine.length == other.length
                && new BigInteger(1, mine).shiftRight(hostBits).equals(new BigInteger(1, other).shiftRight(hostBits));
    }
}
