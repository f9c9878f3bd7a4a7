package dev.kindling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Local;
import dev.kindling.target.Operator;
import dev.kindling.target.Rbac;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store that is reached by a port-forward is without any cluster. */
class ForwardedS3Test {
    private static final String ENDPOINT = "spark.hadoop.fs.s3a.endpoint";
    private static final S3 PLAIN = S3.minio("http://minio.storage.svc:9000");
    private static final S3 LAKE = PLAIN.fromHereByPortForward();

    @Test
    void itIsAValue() {
        assertThat(LAKE)
                .isEqualTo(S3.minio("http://minio.storage.svc:9000").fromHereByPortForward())
                .isNotEqualTo(PLAIN)
                .hasToString(PLAIN.toString().replace("portForward=false", "portForward=true"));
        assertThat(LAKE.region("eu-west-1").pathStyle(true).portForward()).isTrue();
        assertThat(LAKE.fromHere("http://localhost:9000")).isEqualTo(PLAIN.fromHere("http://localhost:9000"));
        assertThat(PLAIN.fromHere("http://localhost:9000").fromHereByPortForward())
                .isEqualTo(LAKE);
        assertThat(LAKE.hadoopProperties()).isEqualTo(PLAIN.hadoopProperties());
    }

    @Test
    void settingsSayHowThisJvmGetsThere() {
        var settings = Spark.session("words")
                .s3(LAKE.bucket("raw", S3.minio("http://raw:9000").fromHere("http://localhost:9000")))
                .settings();

        assertThat(settings.get(ENDPOINT).orElseThrow().value()).isEqualTo("http://minio.storage.svc:9000");
        assertThat(settings.get(ENDPOINT).orElseThrow().why())
                .isEqualTo(".s3(..); this JVM reaches it by a port-forward");
        assertThat(settings.get("spark.hadoop.fs.s3a.bucket.raw.endpoint")
                        .orElseThrow()
                        .why())
                .isEqualTo(".s3(..); this JVM reaches it at http://localhost:9000");
        assertThat(Spark.application("nightly")
                        .image("x:1")
                        .mainClass("x.Nightly")
                        .jar("local:///a.jar")
                        .s3(LAKE)
                        .manifest(Operator.apache())
                        .toYaml())
                .isEqualTo(Spark.application("nightly")
                        .image("x:1")
                        .mainClass("x.Nightly")
                        .jar("local:///a.jar")
                        .s3(PLAIN)
                        .manifest(Operator.apache())
                        .toYaml());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1:9000",
                "http://localhost:9000",
                "http://store.example.org",
                "https://minio.x.svc"
            })
    void whatCannotBeForwardedIsRefusedWithTheLine(String endpoint) {
        assertThatThrownBy(() -> S3.minio(endpoint).fromHereByPortForward())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + endpoint + "\"")
                .hasMessageContaining("write ");
        assertThatThrownBy(() -> S3.aws("eu-west-1").fromHereByPortForward())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Amazon");
    }

    @Test
    void withoutAClusterEachVerbSaysWhatToWrite() {
        assertThatThrownBy(LAKE::hadoopPropertiesFromHere)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Spark.store(s3).check(cluster, \"lake\")");
        assertThatThrownBy(() -> Spark.session("words").s3(LAKE).startOn(Local.threads(1)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(".startOn(KubernetesCluster.current())");
        assertThatThrownBy(() -> Spark.history("s3a://history/").s3(LAKE).open())
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContaining(".open(KubernetesCluster.current())");
        var checked = Spark.store(LAKE).check("lake").first().orElseThrow();
        assertThat(checked.cause()).isEqualTo("s3-needs-cluster");
        assertThat(checked.change().code()).isEqualTo("Spark.store(s3).check(KubernetesCluster.current(), \"lake\")");
    }

    @Test
    void aStoreThatNeedsNoneIsTakenAsItIsAndNobodyIsAsked() {
        var nowhere = KubernetesCluster.at("http://127.0.0.1:1");
        try (var reached = ReachedStore.of(PLAIN, nowhere)) {
            assertThat(reached.store()).isSameAs(PLAIN);
        }
        assertThat(ReachedStore.needsCluster(PLAIN.bucket("raw", LAKE))).isTrue();
        assertThat(ReachedStore.addresses(LAKE.bucket("raw", LAKE)))
                .containsExactly(URI.create("http://minio.storage.svc:9000"));
    }

    @Test
    void rightsAreAskedForWhereTheServiceIs() {
        var plain = Spark.session("words").s3(PLAIN).rbac();
        var elsewhere = Spark.session("words").s3(LAKE).rbac();
        var sameNamespace = Spark.session("words")
                .s3(S3.minio("http://minio:9000").fromHereByPortForward())
                .rbac();

        assertThat(plain.toYaml()).doesNotContain("portforward");
        assertThat(elsewhere.grants()).hasSize(2);
        assertThat(elsewhere.toYaml())
                .startsWith(plain.toYaml())
                .contains("# More Roles are needed, in other namespaces: storage.")
                .doesNotContain("portforward]");
        assertThat(elsewhere.toYaml("etl"))
                .contains("  name: kindling-store\n  namespace: storage\n", "resources: [pods/portforward]")
                .contains("- kind: ServiceAccount\n  name: kindling\n  namespace: etl\n")
                .doesNotContain("  namespace: storage\n---\napiVersion: v1");
        assertThat(rules(sameNamespace))
                .contains("resources: [services], verbs: [get]")
                .contains("resources: [pods/portforward], verbs: [get, create]");
    }

    @Test
    void whoSubmitsIsGivenThemTwiceForNothing() {
        var nightly = Spark.application("nightly").s3(LAKE);
        var both = nightly.rbac(Operator.kubeflow()).and(nightly.rbac(Operator.apache()));

        assertThat(both.grants().stream().filter(grant -> grant.namespace().isPresent()))
                .singleElement()
                .satisfies(grant -> assertThat(grant.account()).isEqualTo("kindling-applications"));
    }

    private static String rules(Rbac rbac) {
        return rbac.grants().get(0).rules().toString();
    }
}
