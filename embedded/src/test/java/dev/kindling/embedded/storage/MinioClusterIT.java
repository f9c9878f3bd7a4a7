package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A session whose executors reach a real MinIO by its service's name and whose driver by an address, with keys that the
 * spec holds. MinIO is service and Secret {@code minio} of namespace {@code default}.
 */
@Tag("cluster")
class MinioClusterIT {
    private static final String IMAGE = System.getProperty("kindling.cluster.image", "localhost/spark:4.1.1") + "-s3a";
    private static final String NAMESPACE =
            "kindling-s3-" + UUID.randomUUID().toString().substring(0, 8);

    private static final String BUCKET = NAMESPACE;

    private static KubernetesClient client;
    private static S3Client buckets;
    private static S3Credentials.Keys keys;
    private static S3 minio;

    @BeforeAll
    static void find() {
        client = new KubernetesClientBuilder().build();
        if (client.getConfiguration().getCurrentContext() == null) {
            System.err.println("SKIPPED: cluster tests: KUBECONFIG names no cluster");
            abort("KUBECONFIG names no cluster");
        }
        var service = client.services().inNamespace("default").withName("minio").get();
        var secret = client.secrets().inNamespace("default").withName("minio").get();
        if (service == null || secret == null) {
            System.err.println("SKIPPED: no MinIO in namespace default");
            abort("no MinIO in namespace default");
        }
        keys = new S3Credentials.Keys(
                text(secret.getData().get("access-key")), text(secret.getData().get("secret-key")));
        minio = S3.minio("http://minio.default.svc.cluster.local:9000")
                .fromHere("http://" + service.getSpec().getClusterIP() + ":9000")
                .credentials(keys);
        buckets = S3Client.builder()
                .endpointOverride(minio.endpointFromHere().orElseThrow())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
                .build();
        buckets.createBucket(request -> request.bucket(BUCKET));
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    static void remove() {
        buckets.deleteBucket(request -> request.bucket(BUCKET));
        buckets.close();
        client.namespaces().withName(NAMESPACE).delete();
        client.close();
    }

    @Test
    void executorsAndDriverUseAnAddressEachAndNobodyShowsTheKeys() throws Exception {
        var folder = "s3a://" + BUCKET + "/numbers";
        var spec = Spark.session("lake")
                .image(IMAGE)
                .s3(minio)
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("0.1"));
        try (var session = spec.startOn(KubernetesCluster.current().namespace(NAMESPACE))) {
            session.spark().range(1_000).write().mode(SaveMode.Overwrite).parquet(folder);
            assertThat(session.spark().read().parquet(folder).count()).isEqualTo(1_000);
            hidden(session);
            new Path(folder)
                    .getFileSystem(session.spark().sparkContext().hadoopConfiguration())
                    .delete(new Path(folder), true);
        }
        assertThat(client.secrets().inNamespace(NAMESPACE).list().getItems()).isEmpty();
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("kindling.s3."));
    }

    @Test
    void wrongSpecsAreToldFromHere() {
        assertThat(Spark.store(minio).check(BUCKET).findings()).isEmpty();
        assertThat(Spark.store(minio)
                        .check("no-such-lake")
                        .first()
                        .orElseThrow()
                        .cause())
                .isEqualTo("s3-no-bucket");
        var wrong = minio.credentials(S3Credentials.keys(keys.accessKey(), "guessed"));
        assertThat(Spark.store(wrong).check(BUCKET).first().orElseThrow().cause())
                .isEqualTo("s3-wrong-secret");
    }

    private static void hidden(RunningSession session) throws IOException, InterruptedException {
        var ui = session.spark().sparkContext().uiWebUrl().get();
        var environment = URI.create(
                ui + "/api/v1/applications/" + session.spark().sparkContext().applicationId() + "/environment");
        var shown = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(environment).build(), BodyHandlers.ofString())
                .body();
        var pods = client.pods().inNamespace(NAMESPACE).list().toString();
        assertThat(shown).contains("kindling.s3.endpoint");
        assertThat(shown + pods + session.settings() + session.settings().asMap())
                .doesNotContain(keys.secretKey())
                .doesNotContain(keys.accessKey() + "\"");
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
