package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing rights, wrong credentials and servers that aren't there: one clear error each, soon, and nothing left. */
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create pods",
                "list pods",
                "watch pods",
                "delete pods",
                "deletecollection pods",
                "create configmaps",
                "deletecollection configmaps",
                "create secrets",
                "delete secrets"
            })
    void oneRightIsMissing(String right) throws IOException {
        ClusterAccessException failure = refused(as(without(right), "lacks-" + right.replace(' ', '-')));
        assertThat(failure.answer().status()).isEqualTo(403);
        assertThat(failure)
                .hasMessageContaining("create pods".equals(right) ? "cannot create resource \"pods\"" : right);
        assertThat(failure.hint()).contains(CLUSTER.namespace());
    }

    @Test
    void noRightsAtAll() throws IOException {
        assertThat(refused(as(List.of(), "nobody")))
                .hasMessageContaining("system:serviceaccount:" + CLUSTER.namespace() + ":nobody")
                .hasMessageContaining("create pods")
                .hasMessageContaining("have the right granted");
    }

    @Test
    void aTokenThatIsNone() throws IOException {
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("expired-or-garbage"))))
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("log in again");
    }

    @Test
    void anotherAuthoritysCertificate() throws Exception {
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("any").anyOtherAuthority())))
                .hasMessageContaining("certificate authority in the kubeconfig");
    }

    @Test
    void aPortWhereNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        assertThat(refused(target(Kubeconfig.of(CLUSTER).token("any").server("https://127.0.0.1:" + closed))))
                .hasMessageContaining("is the cluster running?")
                .hasMessageContaining("127.0.0.1:" + closed);
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

    private KubernetesCluster as(List<PolicyRule> rules, String account) throws IOException {
        ServiceAccounts.create(CLUSTER, account, rules);
        return target(Kubeconfig.of(CLUSTER).token(ServiceAccounts.token(CLUSTER, account)));
    }

    private KubernetesCluster target(Kubeconfig kubeconfig) throws IOException {
        return KubernetesCluster.kubeconfig(kubeconfig.write(folder));
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

    /** The rights of {@code docs/rbac.yaml} but for one. */
    private static List<PolicyRule> without(String right) throws IOException {
        String verb = right.split(" ")[0];
        String resource = right.split(" ")[1];
        return LimitedAccount.rules(CLUSTER).stream()
                .map(rule -> rule.getResources().contains(resource) ? less(rule, verb) : rule)
                .toList();
    }

    private static PolicyRule less(PolicyRule rule, String verb) {
        return new PolicyRuleBuilder(rule).removeAllFromVerbs(Set.of(verb)).build();
    }
}
