package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.image.SparkImage;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Role that is rendered for an application with a store is enough to ask the store from a pod. */
@Tag("cluster")
class StoreRightsClusterIT {

    /** Of nobody: that the store refuses them is said by a pod that it was asked from. */
    private static final S3 STORE = S3.minio("http://minio.default.svc.cluster.local:9000")
            .credentials(S3Credentials.keys("nobody", "nothing"));

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void theStoreIsAskedFromAPod() throws IOException {
        var rbac = Spark.application("reading")
                .image(RealCluster.IMAGE + "-s3a")
                .python("local:///opt/spark/examples/src/main/python/wordcount.py")
                .s3(STORE)
                .rbac(Operator.kubeflow());
        var yaml = new ByteArrayInputStream(rbac.toYaml().getBytes(StandardCharsets.UTF_8));
        CLUSTER.client()
                .resourceList(CLUSTER.client().load(yaml).items())
                .inNamespace(CLUSTER.namespace())
                .create();

        var seen = ask(LimitedAccount.target(CLUSTER, LimitedAccount.OF_APPLICATIONS, folder));

        assertThat(seen).isInstanceOf(Finding.StorageUnavailable.class);
        assertThat(seen.evidence().get(0).said()).contains("403");
        var withoutStore = Spark.application("plain")
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py")
                .rbac(Operator.kubeflow());
        assertThat(withoutStore.toYaml()).doesNotContain("checkFromPods");
    }

    @Test
    void withoutTheRightItIsNamed() throws IOException {
        var grant = Spark.application("reading")
                .image(RealCluster.IMAGE + "-s3a")
                .python("local:///opt/spark/examples/src/main/python/wordcount.py")
                .s3(STORE)
                .rbac(Operator.kubeflow())
                .grants()
                .get(0);
        var limited = new Right("", "pods", "create").missing(CLUSTER, grant, folder);

        assertThatThrownBy(() -> ask(limited))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("403")
                .hasMessageContaining("create");
    }

    private static Finding ask(KubernetesCluster cluster) {
        var image = SparkImage.parse(RealCluster.IMAGE + "-s3a");
        return Spark.store(STORE)
                .checkFromPods(cluster.image(image), "data")
                .first()
                .orElseThrow();
    }
}
