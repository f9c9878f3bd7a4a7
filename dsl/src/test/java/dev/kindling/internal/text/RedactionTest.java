package dev.kindling.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
