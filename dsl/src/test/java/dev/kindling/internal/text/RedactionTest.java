package dev.kindling.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.s3a.access.key",
                "DB_PASSWORD",
                "spark.authenticate.secret",
                "apiToken"
            })
    void secretsAreHidden(String key) {
        assertThat(Redaction.shown(key, "hunter2")).isEqualTo(Redaction.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET",
                "spark.kubernetes.driver.secrets.tls",
                "spark.kubernetes.container.image.pullSecrets",
                "spark.authenticate.secret.driver.file",
                "spark.app.name"
            })
    void referencesAreShown(String key) {
        assertThat(Redaction.shown(key, "name:key")).isEqualTo("name:key");
    }

    @Test
    void secretsWithinAValueAreHidden() {
        assertThat(Redaction.shown("spark.executor.extraJavaOptions", "-Dtrust.password=hunter2 -Da=b"))
                .isEqualTo("-Dtrust.password=*** -Da=b");
        assertThat(Redaction.shown("spark.jars", "https://me:hunter2@example.com/x.jar"))
                .isEqualTo("https://***@example.com/x.jar");
    }

    /** As Spark, its programs and what they call write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_SECRET_ACCESS_KEY: hunter2",
                "AWS_ACCESS_KEY_ID=hunter2",
                "--password hunter2 --dry-run",
                "{\"db.password\":\"a,hunter2\"}",
                "{\\\"password\\\": \\\"hunter2\\\"}",
                "password='a b hunter2'",
                "password=a,hunter2",
                "(fs.s3a.secret.key,hunter2)",
                "fs.s3a.secret.key -> hunter2",
                "spark.hadoop.fs.s3a.secret.key   hunter2",
                "s3a://minio:a/b+hunter2@data/x",
                "jdbc:postgresql://etl:hunter2@db/x",
                "jdbc:oracle:thin:scott/hunter2@//db:1521/x",
                "jdbc:sqlserver://db;user=sa;password={a;hunter2};encrypt=true",
                "fs.azure.account.key.x.dfs.core.windows.net=hunter2",
                "https://x.blob.core.windows.net/c?sv=1&sig=hunter2",
                "Authorization: Basic hunter2",
                "Authorization: Token token=\"hunter2\"",
                "got eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrhunter2.hunter2",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIhunter2\nhunter2\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMIIhunter2",
                "api_key=hunter2",
                "apiKey: hunter2",
                "PGPASSWD=hunter2",
                "client_secret=hunter2"
            })
    void secretsInAllTheirWritingsAreHidden(String line) {
        assertThat(Redaction.inText(line)).doesNotContain("hunter2").contains("***");
    }

    /** A quadratic search of a line as long as what is kept of a log would take minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "-", "(", "//", "eyJ", "secret", "password ", "s3a://a:", "-----BEGIN PRIVATE KEY-----"})
    void aLongLineIsReadOnce(String part) {
        var line = part.repeat(64 * 1024 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Redaction.inText(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET http://s3/b/x?X-Amz-Credential=AKIA1%2Feu&X-Amz-Signature=abc | hunter2",
                "secret.key: hunter2 | hunter2",
                "\"password\": \"hunter2\" | hunter2",
                "Authorization: Bearer hunter2.abc | hunter2",
                "user AKIAIOSFODNN7EXAMPLE | IOSFODNN7"
            })
    void secretsWithinALogAreHidden(String line, String secret) {
        assertThat(Redaction.inText(line))
                .doesNotContain(secret, "Signature=abc", "AKIA1")
                .contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MountVolume.SetUp failed for volume \"s\" : secret \"absent\" not found",
                "couldn't find key absent in Secret etl/keys",
                "error looking up service account etl/spark: serviceaccount \"spark\" not found",
                "secrets \"token-x\" is forbidden: User \"u\" cannot get resource \"secrets\" in API group \"\"",
                "InvalidAccessKeyId: The Access Key Id you provided does not exist in our records",
                "fs.s3a.aws.credentials.provider=org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
                "the token is expired",
                "http://minio:9000/data/a@b"
            })
    void namesInALogAreShown(String line) {
        assertThat(Redaction.inText(line)).isEqualTo(line);
    }
}
