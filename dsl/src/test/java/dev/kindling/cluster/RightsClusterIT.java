package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Wrong credentials and servers that aren't there: one clear error each, soon, and nothing left. */
@Tag("cluster")
class RightsClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() {
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void aTokenThatIsNone() throws IOException {
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("expired-or-garbage"))))
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("log in again")
                .satisfies(failure -> explained(failure, "not-logged-in"));
    }

    @Test
    void anotherAuthoritysCertificate() throws Exception {
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("any").anyOtherAuthority())))
                .hasMessageContaining("certificate authority in the kubeconfig")
                .satisfies(failure -> explained(failure, "api-server-untrusted"));
    }

    @Test
    void aPortWhereNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("any").server("https://127.0.0.1:" + closed))))
                .hasMessageContaining("is the cluster running?")
                .hasMessageContaining("127.0.0.1:" + closed)
                .satisfies(failure -> explained(failure, "api-server-unreachable"));
    }

    @Test
    void aServersNameThatDoesNotResolve() throws IOException {
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("any").server("https://absent.invalid:6443"))))
                .hasMessageContaining("absent.invalid:6443/ does not resolve");
    }

    @Test
    void noKubeconfigFile() {
        assertThat(refused(KubernetesCluster.kubeconfig(folder.resolve("absent"))))
                .hasMessageContaining("no readable file")
                .hasMessageContaining(folder.resolve("absent").toString());
    }

    @Test
    void aContextThatDoesNotExist() throws IOException {
        Path file = Kubeconfig.of(CLUSTER).token("any").write(folder);
        assertThat(refused(KubernetesCluster.kubeconfig(file, "absent")))
                .hasMessageContaining("no context \"absent\"")
                .hasMessageContaining("there are " + Kubeconfig.CONTEXT);
        assertThat(refused(KubernetesCluster.context("absent"))).hasMessageContaining("no context \"absent\"");
    }

    private KubernetesCluster target(Kubeconfig kubeconfig) throws IOException {
        return KubernetesCluster.kubeconfig(kubeconfig.write(folder));
    }

    private static void explained(ClusterAccessException failure, String cause) {
        assertThat(Spark.diagnose(failure).findings())
                .extracting(Finding::cause)
                .containsExactly(cause);
    }

    private static ClusterAccessException refused(KubernetesCluster target) {
        long begin = System.nanoTime();
        var failure = catchThrowableOfType(ClusterAccessException.class, () -> CLUSTER.session("refused")
                .startOn(target.namespace(CLUSTER.namespace())));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("rights: " + took.toMillis() + " ms: " + failure);
        assertThat(failure).isNotNull();
        assertThat(took).isLessThan(SOON);
        return failure;
    }
}
