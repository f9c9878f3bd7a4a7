package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.image.SparkImage;
import dev.kindling.run.RunningSession;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A session whose executors reach a real MinIO by its service's name and whose driver by an address, with keys that the
 * spec holds.
 */
@Tag("cluster")
class MinioClusterIT {
    private static final String NAMESPACE =
            "kindling-s3-" + UUID.randomUUID().toString().substring(0, 8);

    private static Minio minio;
    private static S3 lake;

    @BeforeAll
    static void find() {
        minio = Minio.with(NAMESPACE);
        lake = minio.store.credentials(minio.keys);
        minio.client
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    static void remove() {
        if (minio != null) {
            minio.empty();
            minio.client.namespaces().withName(NAMESPACE).delete();
            minio.close();
        }
    }

    @Test
    void executorsAndDriverUseAnAddressEachAndNobodyShowsTheKeys() throws Exception {
        var folder = "s3a://" + minio.bucket + "/numbers";
        var spec = Spark.session("lake")
                .image(Minio.IMAGE)
                .s3(lake)
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("0.1"));
        try (var session = spec.startOn(KubernetesCluster.current().namespace(NAMESPACE))) {
            session.spark().range(1_000).write().mode(SaveMode.Overwrite).parquet(folder);
            assertThat(session.spark().read().parquet(folder).count()).isEqualTo(1_000);
            hidden(session, NAMESPACE);
        }
        assertThat(minio.client.secrets().inNamespace(NAMESPACE).list().getItems())
                .isEmpty();
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("kindling.s3."));
    }

    /** Where the keys are in a Secret of the namespace already, that is all pods get to see. */
    @Test
    void executorsOfAStockImageAreSentTheConnectorAndReferToASecret() throws Exception {
        var folder = "s3a://" + minio.bucket + "/stock";
        var spec = Spark.session("stock")
                .image(Minio.IMAGE.replace("-s3a", ""))
                .s3(minio.store
                        .credentials(S3Credentials.secret("minio", "access-key", "secret-key"))
                        .credentialsFromHere(minio.keys))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("0.1"));
        try (var session = spec.startOn(KubernetesCluster.current().namespace("default"))) {
            assertThat(session.settings().asMap().get("spark.jars")).contains("/hadoop-aws-", "/spark-hadoop-cloud_");
            session.spark().range(1_000).write().mode(SaveMode.Overwrite).parquet(folder);
            assertThat(session.spark().read().parquet(folder).count()).isEqualTo(1_000);
            hidden(session, "default");
        }
    }

    @Test
    void wrongSpecsAreToldFromHereEachByItsOwnError() {
        assertThat(Spark.store(lake).check(minio.bucket).findings()).isEmpty();
        assertThat(cause(lake, "no-such-lake")).isEqualTo("s3-no-bucket");
        assertThat(cause(lake.credentials(S3Credentials.keys("nobody", "guessed"))))
                .isEqualTo("s3-wrong-key");
        assertThat(cause(lake.credentials(S3Credentials.keys(minio.keys.accessKey(), "guessed"))))
                .isEqualTo("s3-wrong-secret");
        var address = lake.endpointFromHere().orElseThrow().toString();
        assertThat(cause(lake.fromHere(address.replace("http:", "https:")))).isEqualTo("s3-no-tls");
        assertThat(cause(lake.fromHere(address.replace(":9000", ":9001")))).isEqualTo("s3-unreachable");
        assertThat(cause(lake.fromHere("http://minio.invalid:9000"))).isEqualTo("host-unknown");
    }

    private static String cause(S3 store) {
        return cause(store, minio.bucket);
    }

    private static String cause(S3 store, String bucket) {
        return Spark.store(store).check(bucket).first().orElseThrow().cause();
    }

    @Test
    void podsAreAskedThemselves() {
        var cluster = KubernetesCluster.current().namespace(NAMESPACE);
        var withJars = cluster.image(SparkImage.parse(Minio.IMAGE));
        var without = cluster.image(SparkImage.parse(Minio.IMAGE.replace("-s3a", "")));

        assertThat(Spark.store(lake).checkFromPods(withJars, minio.bucket).findings())
                .isEmpty();
        var wrong = Spark.store(lake.credentials(S3Credentials.keys(minio.keys.accessKey(), "guessed")))
                .checkFromPods(withJars, minio.bucket);
        assertThat(wrong.first().orElseThrow().cause()).isEqualTo("s3-wrong-secret");
        assertThat(Spark.store(lake)
                        .checkFromPods(without, minio.bucket)
                        .first()
                        .orElseThrow()
                        .change()
                        .code())
                .contains("hadoop-aws");
        assertThat(minio.client
                        .pods()
                        .inNamespace(NAMESPACE)
                        .withLabel("app.kubernetes.io/component", "s3-check")
                        .list()
                        .getItems())
                .isEmpty();
    }

    private static void hidden(RunningSession session, String namespace) throws IOException, InterruptedException {
        var ui = session.spark().sparkContext().uiWebUrl().get();
        var environment = URI.create(
                ui + "/api/v1/applications/" + session.spark().sparkContext().applicationId() + "/environment");
        var shown = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(environment).build(), BodyHandlers.ofString())
                .body();
        var pods = minio.client.pods().inNamespace(namespace).list().toString()
                + minio.client.v1().events().inNamespace(namespace).list();
        assertThat(shown).contains("kindling.s3.endpoint");
        assertThat(shown + pods + session.settings() + session.settings().asMap())
                .doesNotContain(minio.keys.secretKey())
                .doesNotContain(minio.keys.accessKey() + "\"");
    }
}
