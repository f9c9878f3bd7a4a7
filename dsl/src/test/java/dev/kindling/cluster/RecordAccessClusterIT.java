package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static dev.kindling.cluster.KeptEvidence.keepWhenFound;

import dev.kindling.Spark;
import dev.kindling.target.KubernetesCluster;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session that loses the way to its API server; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordAccessClusterIT {

    /** Where kubelets serve, with a certificate that they have signed themselves. */
    private static final int KUBELET = 10250;

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @Test
    void anotherServerAtItsAddressAndThenNone(@TempDir Path folder) throws Exception {
        LimitedAccount.apply(CLUSTER);
        var kubeconfig = Kubeconfig.of(CLUSTER).token(ServiceAccounts.token(CLUSTER, LimitedAccount.NAME));
        var server = URI.create(kubeconfig.server());
        var way = Relay.to(new InetSocketAddress(server.getHost(), server.getPort()));
        var target = KubernetesCluster.kubeconfig(
                        kubeconfig.server("https://127.0.0.1:" + way.port()).write(folder))
                .namespace(CLUSTER.namespace())
                .driverHost(CLUSTER.driverHost());
        try (way;
                var session = CLUSTER.session("case").startOn(target)) {
            way.turnTo(new InetSocketAddress(nodeAddress(), KUBELET));
            keepWhenFound("session-certificate-untrusted", "api-server-untrusted", session::diagnose);
            way.cut();
            keepWhenFound("session-api-server-unreachable", "api-server-unreachable", session::diagnose);
        } finally {
            CLUSTER.made().forEach(left -> CLUSTER.client().resource(left).delete());
        }
    }

    @Test
    void aNamespaceThatDoesNotExist() {
        var absent = CLUSTER.target().namespace(CLUSTER.namespace() + "-absent");
        keep(
                "namespace-missing",
                "namespace-missing",
                Spark.applications(absent).diagnose());
    }

    private static String nodeAddress() {
        return CLUSTER.client().nodes().list().getItems().stream()
                .flatMap(node -> node.getStatus().getAddresses().stream())
                .filter(address -> address.getType().equals("InternalIP"))
                .findFirst()
                .orElseThrow()
                .getAddress();
    }
}
