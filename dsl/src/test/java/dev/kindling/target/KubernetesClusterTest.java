package dev.kindling.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.image.SparkImage;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesClusterTest {
    @Test
    void saysHowTheServerIsReached() {
        assertThat(KubernetesCluster.current().access()).isEqualTo(new ApiAccess.CurrentContext());
        assertThat(KubernetesCluster.context("x").access()).isEqualTo(new ApiAccess.Context("x"));
        assertThat(KubernetesCluster.kubeconfig(Path.of("c")).access())
                .isEqualTo(new ApiAccess.KubeconfigFile(Path.of("c"), Optional.empty()));
        assertThat(KubernetesCluster.kubeconfig(Path.of("c"), "x").access())
                .isEqualTo(new ApiAccess.KubeconfigFile(Path.of("c"), Optional.of("x")));
        assertThat(KubernetesCluster.at("https://10.0.0.1:6443").access().toString())
                .contains("10.0.0.1:6443");
    }

    @Test
    void keepsWhatWasSaid() {
        var cluster = KubernetesCluster.current()
                .namespace("analytics")
                .serviceAccount("spark")
                .driverHost("10.0.0.7")
                .image(SparkImage.parse("spark:1"))
                .operator(Operator.apache());

        assertThat(cluster.namespace()).contains("analytics");
        assertThat(cluster.serviceAccount()).contains("spark");
        assertThat(cluster.driverHost()).contains("10.0.0.7");
        assertThat(cluster.image()).contains(SparkImage.parse("spark:1"));
        assertThat(cluster.operator()).contains(Operator.apache());
    }

    @Test
    void aClientsCredentialsAreNotShown() {
        var config = new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl("https://10.0.0.1:6443")
                .withOauthToken("very-private")
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            assertThat(KubernetesCluster.using(client).toString())
                    .contains("10.0.0.1:6443")
                    .doesNotContain("very-private");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1:6443", "ftp://x", "https://", "k8s://https://x", "https://user:pw@x", "not a url", ""})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> KubernetesCluster.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write KubernetesCluster.at(\"https://10.0.0.1:6443\")")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pw"));
    }

    @Test
    void refusesNamesThatKubernetesCannotGive() {
        assertThatThrownBy(() -> KubernetesCluster.current().namespace("My Team"))
                .hasMessageContaining("\"My Team\"")
                .hasMessageContaining("write .namespace(\"my-team\")");
        assertThatThrownBy(() -> KubernetesCluster.current().serviceAccount("-x"))
                .hasMessageContaining("(\"x\")");
        assertThatThrownBy(() -> KubernetesCluster.current().driverHost(" ")).hasMessageContaining(".driverHost(");
    }

    @Test
    void localNeedsAThread() {
        assertThat(Local.threads(2).threads()).isEqualTo(2);
        assertThatThrownBy(() -> Local.threads(0)).hasMessageContaining("write Local.threads(2)");
    }
}
