package dev.kindling.embedded.internal.kubelet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PodAddressesTest {

    private final PodAddresses addresses = PodAddresses.of(false);

    @Test
    @Timeout(10)
    void aListenerAtAllAddressesTakesNoneAway() throws IOException {
        assumeThat(addresses.isSingle()).isFalse();
        try (var listener = new ServerSocket()) {
            listen(listener);
            assertThat(addresses.take()).startsWith("127.").isNotEqualTo(addresses.take());
        }
    }

    /** At the port of Spark's drivers. Where somebody listens there already, that is what is wanted. */
    private static void listen(ServerSocket listener) throws IOException {
        try {
            listener.bind(new InetSocketAddress("0.0.0.0", 7078));
        } catch (BindException e) {
            System.out.println("7078 is taken already: " + e.getMessage());
        }
    }
}
