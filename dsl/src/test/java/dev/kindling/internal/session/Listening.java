package dev.kindling.internal.session;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which addresses a TCP port listens on, from Linux's own tables. */
final class Listening {

    private static final String LISTEN = "0A";

    private Listening() {}

    static List<String> addressesOf(int port) {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "needs /proc/net/tcp");
        List<String> addresses = new ArrayList<>();
        try {
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns[3].equals(LISTEN) && columns[1].endsWith(":%04X".formatted(port))) {
                        addresses.add(decode(columns[1].substring(0, columns[1].indexOf(':'))));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }

    /** Words of 32 bits in host order (little endian); a mapped IPv4 address is shown as one. */
    private static String decode(String hex) throws IOException {
        List<Byte> bytes = new ArrayList<>();
        for (int word = 0; word < hex.length(); word += 8) {
            List<Byte> four = new ArrayList<>();
            for (int i = 0; i < 8; i += 2) {
                four.add(new BigInteger(hex.substring(word + i, word + i + 2), 16).byteValue());
            }
            Collections.reverse(four);
            bytes.addAll(four);
        }
        byte[] address = new byte[bytes.size()];
        for (int i = 0; i < address.length; i++) {
            address[i] = bytes.get(i);
        }
        return InetAddress.getByAddress(address).getHostAddress();
    }
}
