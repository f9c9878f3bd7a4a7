package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Executors whose packets to the driver vanish without an answer, as behind a firewall. */
@Tag("cluster")
class UnreachableDriverClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @Test
    void isToldWithin20SecondsOfTheFirstTry() throws Exception {
        String host = CLUSTER.driverHost();
        int port = freePort(host);
        try (DroppedPackets dropped = DroppedPackets.to(host, port)) {
            var spec = CLUSTER.session("black-hole")
                    .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                    .driver(DriverPlan.defaults().host(host).port(port));
            CompletableFuture<Long> firstTry = CompletableFuture.supplyAsync(dropped::awaitFirst);
            var failure = catchThrowableOfType(StartFailedException.class, () -> spec.startOn(CLUSTER.target()));
            Duration sinceFirstTry = Duration.ofNanos(System.nanoTime() - firstTry.join());
            System.out.println("black hole: error " + sinceFirstTry.toMillis() + " ms after the first try\n" + failure);
            assertThat(failure)
                    .hasMessageContaining("cannot reach the driver at " + host + ":" + port)
                    .hasMessageContaining("timed out");
            assertThat(sinceFirstTry).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    private static int freePort(String host) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }
}
