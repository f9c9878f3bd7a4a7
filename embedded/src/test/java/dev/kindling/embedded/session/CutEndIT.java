package dev.kindling.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.FaultyWay;
import dev.kindling.embedded.FaultyWay.Fault;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that ends while a session removes what it has made: it was asked once, and its Secret stayed behind. */
@Tag("embedded")
class CutEndIT {

    @TempDir
    private Path folder;

    @Test
    void whatIsRemovedIsAskedForAgain() throws Exception {
        Set<String> cut = ConcurrentHashMap.newKeySet();
        var spec = Spark.session("cut").executors(ExecutorPlan.of(1).memory("512m"));
        try (var kubernetes = EmbeddedKubernetes.start();
                var way = FaultyWay.to(
                        kubernetes,
                        line -> line.startsWith("DELETE ") && line.contains("/secrets/cut-") && cut.add(line),
                        Fault.CUT,
                        Integer.MAX_VALUE)) {
            try (var session = spec.startOn(way.cluster(kubernetes, folder))) {
                assertThat(session.spark().range(10).count()).isEqualTo(10);
            }

            assertThat(cut).isNotEmpty();
            var config = Config.fromKubeconfig(kubernetes.kubeconfig().toFile());
            try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
                assertThat(client.secrets().inNamespace("default").list().getItems())
                        .isEmpty();
            }
        }
    }
}
