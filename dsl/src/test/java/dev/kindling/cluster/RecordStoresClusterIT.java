package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.run.Outcome;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Object stores that refuse and say why, as they do where a folder is listed; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordStoresClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Reads a pattern of files, an hour off if told so: only the first request, as the next ones have the store's clock. */
    private static final String PROGRAM =
            """
            import sys
            from pyspark.sql import SparkSession
            spark = SparkSession.builder.getOrCreate()
            if len(sys.argv) > 2:
                spark._jvm.software.amazon.awssdk.core.SdkGlobalTime.setGlobalTimeOffset(int(sys.argv[2]))
                spark.sparkContext.textFile(sys.argv[1]).count()
            spark.read.text(sys.argv[1]).show()
            """;

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @BeforeAll
    static void objects() throws IOException {
        LimitedAccount.apply(CLUSTER);
        var store = CLUSTER.client()
                .secrets()
                .inNamespace("default")
                .withName("minio")
                .require();
        var id = text(store.getData().get("access-key"));
        var secret = text(store.getData().get("secret-key"));
        secret("right", id, secret);
        secret("wrong-id", "nobody", secret);
        secret("wrong-secret", id, "nothing");
        CLUSTER.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("program")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToData("read.py", PROGRAM)
                        .build())
                .create();
    }

    @Test
    void aKeyThatTheStoreDoesNotKnow() {
        record("s3-list-wrong-key", "s3-wrong-key", reading("wrong-id"));
    }

    @Test
    void aSecretThatIsNotThatOfTheKey() {
        record("s3-list-wrong-secret", "s3-wrong-secret", reading("wrong-secret"));
    }

    @Test
    void aClockThatIsAnHourOff() {
        record("s3-clock-skew", "s3-clock-skew", reading("right", "3600"));
    }

    /** The API server's own certificate is of the cluster's authority, which Java does not know. */
    @Test
    void aCertificateOfAnAuthorityThatJavaDoesNotTrust() {
        var program = reading("right")
                .conf("spark.hadoop.fs.s3a.retry.limit", "0") // Minutes otherwise.
                .s3(S3.minio("https://kubernetes.default.svc.cluster.local:443")
                        .credentials(S3Credentials.secret("right", "access-key", "secret-key")));
        record("s3-tls-untrusted", "tls-untrusted", program);
    }

    /** Nobody in particular, whom no policy of the bucket lets in. */
    @Test
    void aPolicyThatDoesNotLetIn() {
        var program = application("s3a://data/in/*.txt")
                .conf("spark.hadoop.fs.s3a.endpoint", "http://minio.default.svc.cluster.local:9000")
                .conf("spark.hadoop.fs.s3a.path.style.access", "true")
                .conf(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
        record("s3-denied", "s3-denied", program);
    }

    @Test
    void anAddressThatSpeaksHttps() {
        var program = reading("right")
                .s3(S3.minio("http://kubernetes.default.svc.cluster.local:443")
                        .credentials(S3Credentials.secret("right", "access-key", "secret-key")));
        record("s3-needs-tls", "s3-needs-tls", program);
    }

    @Test
    void aSchemeThatNoFileSystemHas() {
        record("file-system-missing", "file-system-missing", application("lake://data/in/*.txt"));
    }

    @Test
    void noRegionAtAll() {
        var program = application("s3a://data/in/*.txt")
                .conf("spark.hadoop.fs.s3a.endpoint.region", "")
                .conf(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
        record("s3-no-region", "s3-region", program);
    }

    private static ApplicationSpec reading(String keys, String... more) {
        return application("s3a://data/in/*.txt", more)
                .conf("spark.hadoop.fs.s3a.attempts.maximum", "0")
                .s3(S3.minio("http://minio.default.svc.cluster.local:9000")
                        .credentials(S3Credentials.secret(keys, "access-key", "secret-key")));
    }

    private static ApplicationSpec application(String path, String... more) {
        var program = PodPlan.none().volume(Volume.configMap("program").at("/program"));
        var arguments = more.length == 0 ? new String[] {path} : new String[] {path, more[0]};
        return Spark.application("case")
                .image(RealCluster.IMAGE + "-s3a")
                .python("local:///program/read.py")
                .arguments(arguments)
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m").pod(program))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private static void record(String bundle, String cause, ApplicationSpec spec) {
        var run = spec.submitTo(
                CLUSTER.target().serviceAccount(LimitedAccount.NAME).operator(Operator.none()));
        try {
            assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Failed.class);
            keep(bundle, cause, run.diagnose());
        } finally {
            run.delete();
        }
    }

    private static void secret(String name, String id, String secret) {
        CLUSTER.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToStringData("access-key", id)
                        .addToStringData("secret-key", secret)
                        .build())
                .create();
    }

    private static String text(String encoded) {
        return new String(Base64.getDecoder().decode(encoded));
    }
}
