package dev.kindling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.run.Setting.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3Test {
    private static final String S3A = "spark.hadoop.fs.s3a.";

    @Test
    void minioHasItsBucketsInThePath() {
        var settings = Spark.session("words")
                .s3(S3.minio("https://minio.storage.svc:9000"))
                .settings()
                .asMap();

        assertThat(settings)
                .containsEntry(S3A + "endpoint", "https://minio.storage.svc:9000")
                .containsEntry(S3A + "connection.ssl.enabled", "true")
                .containsEntry(S3A + "path.style.access", "true")
                .containsEntry(S3A + "endpoint.region", "us-east-1");
    }

    @Test
    void amazonsEndpointIsLeftToTheConnector() {
        var settings = Spark.session("words")
                .s3(S3.aws("eu-central-1").credentials(S3Credentials.anonymous()))
                .settings()
                .asMap();

        assertThat(settings)
                .doesNotContainKeys(S3A + "endpoint", S3A + "connection.ssl.enabled")
                .containsEntry(S3A + "endpoint.region", "eu-central-1")
                .containsEntry(S3A + "path.style.access", "false")
                .containsEntry(
                        S3A + "aws.credentials.provider", "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
    }

    @Test
    void executorsGetKeysOfASecretByReference() {
        var settings = Spark.session("words")
                .s3(S3.minio("http://minio:9000")
                        .credentials(S3Credentials.secret("minio", "access-key", "secret-key")))
                .settings();

        assertThat(settings.asMap())
                .containsEntry("spark.kubernetes.executor.secretKeyRef.AWS_ACCESS_KEY_ID", "minio:access-key")
                .containsEntry("spark.kubernetes.executor.secretKeyRef.AWS_SECRET_ACCESS_KEY", "minio:secret-key");
        assertThat(settings.get("spark.kubernetes.driver.secretKeyRef.AWS_ACCESS_KEY_ID")
                        .orElseThrow()
                        .origin())
                .isEqualTo(Origin.UNUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minio:9000", "ftp://minio", "http://", "http://me:hunter2@minio:9000", "not an address"})
    void anEndpointIsAnAddress(String endpoint) {
        assertThatThrownBy(() -> S3.minio(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S3.minio(\"http://minio.storage.svc:9000\")")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void badNamesAreRefused() {
        assertThatThrownBy(() -> S3.aws("EU Central")).hasMessageContaining("\"EU Central\"");
        assertThatThrownBy(() -> S3Credentials.secret("My Secret")).hasMessageContaining("\"my-secret\"");
        assertThatThrownBy(() -> S3Credentials.secret("minio", "a b", "c")).hasMessageContaining("\"a b\"");
    }
}
