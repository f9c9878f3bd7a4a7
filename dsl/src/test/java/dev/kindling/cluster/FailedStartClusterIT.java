package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Starts that can't succeed: each ends soon, in words, with the JVM alive and nothing left in the namespace. */
@Tag("cluster")
class FailedStartClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @AfterEach
    void nothingIsLeft() {
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void anImageThatDoesNotExist() {
        Instant begin = Instant.now();
        var session = CLUSTER.session("no-image").image("localhost/absent:1.0");
        var failure = catchThrowableOfType(StartFailedException.class, () -> session.startOn(CLUSTER.target()));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(failure)
                .hasMessageContaining("localhost/absent:1.0")
                .hasMessageContaining("Image")
                .hasMessageContaining(".image(");
        assertThat(session.preflight(CLUSTER.target()).warnings())
                .extracting(Finding::cause)
                .containsExactly("image-failed-before");
    }

    @Test
    void aDriverPortThatRefuses() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        // Executors call the right address; the driver listens on loopback only: every connection is refused.
        String host = CLUSTER.driverHost();
        var driver = DriverPlan.defaults().host(host).bindAddress("127.0.0.1").port(closed);
        Instant begin = Instant.now();
        var failure = catchThrowableOfType(
                StartFailedException.class,
                () -> CLUSTER.session("refused").driver(driver).startOn(CLUSTER.target()));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(45));
        assertThat(failure).hasMessageContaining(host + ":" + closed).hasMessageContaining("cannot reach the driver");
    }

    @Test
    void aServiceAccountThatDoesNotExist() {
        assertThatThrownBy(() ->
                        CLUSTER.session("no-account").startOn(CLUSTER.target().serviceAccount("absent")))
                .isInstanceOf(PreflightFailedException.class)
                .hasMessageContaining("absent")
                .hasMessageContaining("serviceAccount(");
    }

    @Test
    void aNamespaceThatDoesNotExist() {
        assertThatThrownBy(() ->
                        CLUSTER.session("no-namespace").startOn(CLUSTER.target().namespace("absent")))
                .isInstanceOf(PreflightFailedException.class)
                .hasMessageContaining("namespaces \"absent\" not found")
                .hasMessageContaining("kubectl create namespace absent");
    }

    @Test
    void moreThanAnyNodeHas() {
        var plan = ExecutorPlan.of(1).cpuRequest("500").memory("512m");
        Instant begin = Instant.now();
        assertThatThrownBy(() -> CLUSTER.session("too-big").executors(plan).startOn(CLUSTER.target()))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("will never fit")
                .hasMessageContaining("Insufficient cpu")
                .hasMessageContaining(".cpuRequest(");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(45));
    }
}
