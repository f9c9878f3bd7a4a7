package dev.kindling.embedded.internal.kubelet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
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
            listener.bind(new InetSocketAddress("0.0.0.0", 7078));
            assertThat(addresses.take()).startsWith("127.").isNotEqualTo(addresses.take());
        }
    }
}
