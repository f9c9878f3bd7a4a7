package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Finding;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What is not reached is an object store only where one was spoken to. */
class OtherHostsTest {

    @Test
    void aDatabaseWhoseNameDoesNotResolve() {
        var thrown = new SQLException("The connection attempt failed.", new UnknownHostException("db.prod"));

        assertThat(found(thrown)).isInstanceOf(Finding.Unreachable.class).satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo("host-unknown");
            assertThat(finding.what()).contains("db.prod");
            assertThat(finding.change().toString()).doesNotContain("S3", "s3a");
        });
    }

    @Test
    void aServiceWhoseCertificateNobodyTrusts() {
        var thrown = new IllegalStateException(
                "no rates today",
                new SSLHandshakeException("PKIX path building failed: unable to find valid certification path"));

        assertThat(found(thrown)).isInstanceOf(Finding.Unreachable.class).satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo("tls-untrusted");
            assertThat(finding.change().code()).contains("trustStore");
        });
    }

    @Test
    void aStoreIsOne() {
        var thrown = new IllegalStateException(
                "getFileStatus on s3a://lake/in: software.amazon.awssdk.core.exception.SdkClientException: Unable to execute"
                        + " HTTP request: lake.minio",
                new UnknownHostException("lake.minio"));

        assertThat(found(thrown)).isInstanceOf(Finding.StorageUnavailable.class).satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo("host-unknown");
            assertThat(finding.change().code()).startsWith("S3.minio(");
        });
    }

    private static Finding found(Throwable thrown) {
        return Spark.diagnose(thrown).first().orElseThrow();
    }
}
