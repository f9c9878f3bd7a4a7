package dev.kindling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.run.Setting.Origin;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.util.List;
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

    @Test
    void aBucketHasSettingsAndVariablesOfItsOwn() {
        var settings = Spark.session("words")
                .s3(S3.minio("http://minio:9000")
                        .bucket("raw-data", S3.aws("eu-west-1").credentials(S3Credentials.secret("raw", "id", "key"))))
                .settings()
                .asMap();

        assertThat(settings)
                .containsEntry(S3A + "bucket.raw-data.endpoint.region", "eu-west-1")
                .containsEntry("spark.kubernetes.executor.secretKeyRef.KINDLING_S3_1_ACCESS_KEY", "raw:id");
        assertThat(S3.minio("http://minio:9000")
                        .bucket("raw", S3.aws("eu-west-1").credentials(S3Credentials.secret("raw")))
                        .hadoopProperties())
                .containsEntry("fs.s3a.bucket.raw.access.key", "${env.KINDLING_S3_1_ACCESS_KEY}");
    }

    @Test
    void thisJvmMayReachItElsewhere() {
        var lake = S3.minio("http://minio.storage.svc:9000")
                .fromHere("https://localhost:9001")
                .credentials(S3Credentials.secret("minio"))
                .credentialsFromHere(S3Credentials.profile("lake"));

        assertThat(lake.hadoopProperties()).containsEntry("fs.s3a.endpoint", "http://minio.storage.svc:9000");
        assertThat(lake.hadoopPropertiesFromHere())
                .containsEntry("fs.s3a.endpoint", "https://localhost:9001")
                .containsEntry("fs.s3a.connection.ssl.enabled", "true")
                .containsEntry("fs.s3a.auth.profile.name", "lake");
    }

    @Test
    void mountedFilesAndCertificatesReachPodsOfBothOperators() {
        var application = Spark.application("nightly")
                .image("spark:4.1.1")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .s3(S3.minio("https://minio:9000")
                        .credentials(S3Credentials.mountedSecret("aws").profile("lake"))
                        .options(S3Options.defaults().trustStore("authority", "trust.p12")));

        for (var operator : List.of(Operator.kubeflow(), Operator.apache())) {
            assertThat(application.manifest(operator).toYaml())
                    .contains("spark.kubernetes.driver.secrets.aws: \"/etc/kindling/s3/aws\"")
                    .contains("spark.kubernetes.executor.secrets.authority: \"/etc/kindling/s3/authority\"")
                    .contains("fs.s3a.auth.profile.file: \"/etc/kindling/s3/aws/credentials\"")
                    .contains("-Djavax.net.ssl.trustStore=/etc/kindling/s3/authority/trust.p12");
        }
    }

    @Test
    void staticKeysAreShownNowhere() {
        var lake = S3.minio("http://minio:9000").credentials(S3Credentials.keys("an-id-of-mine", "hunter2"));
        var application = Spark.application("nightly")
                .image("spark:4.1.1")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .s3(lake);
        var session = Spark.session("words").s3(lake);

        assertThat(application.manifest(Operator.kubeflow()).toYaml())
                .contains("secretKeyRef.AWS_ACCESS_KEY_ID: \"nightly-s3:access-key\"")
                .doesNotContain("an-id-of-mine", "hunter2");
        assertThat(session.settings().asMap().toString() + session.settings() + session + lake + application)
                .doesNotContain("an-id-of-mine", "hunter2");
    }

    @Test
    void outputIsCommittedWithoutRenames() {
        var on = S3.aws("eu-west-1");
        assertThat(on.hadoopProperties())
                .containsEntry("fs.s3a.committer.name", "magic")
                .containsEntry("fs.s3a.committer.magic.enabled", "true");
        assertThat(on.options(S3Options.defaults().magicCommitter(false)).hadoopProperties())
                .containsEntry("fs.s3a.committer.name", "file");
    }

    @Test
    void readsAndConnectionsReachAllThatIsRendered() {
        var lake = S3.minio("http://minio:9000")
                .options(S3Options.defaults().connections(200).readPolicy(ReadPolicy.SEQUENTIAL));
        var application = Spark.application("nightly")
                .image("spark:4.1.1")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .s3(lake);

        assertThat(lake.hadoopProperties())
                .containsEntry("fs.s3a.experimental.input.fadvise", "sequential")
                .containsEntry("fs.s3a.connection.maximum", "200")
                .isEqualTo(lake.hadoopPropertiesFromHere());
        assertThat(Spark.session("words").s3(lake).settings().asMap())
                .containsEntry(S3A + "experimental.input.fadvise", "sequential")
                .containsEntry(S3A + "connection.maximum", "200");
        for (var operator : List.of(Operator.kubeflow(), Operator.apache())) {
            assertThat(application.manifest(operator).toYaml())
                    .contains(
                            "fs.s3a.experimental.input.fadvise: \"sequential\"", "fs.s3a.connection.maximum: \"200\"");
        }
        assertThat(S3.aws("eu-west-1").hadoopProperties()).doesNotContainKey("fs.s3a.experimental.input.fadvise");
    }

    @Test
    void podsThatAskNeedAnImage() {
        var nowhere = KubernetesCluster.at("http://127.0.0.1:1");
        assertThatThrownBy(() -> Spark.store(S3.aws("eu-west-1")).checkFromPods(nowhere, "lake"))
                .hasMessageContaining("cluster.image(SparkImage.parse");
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> S3.minio("http://10.0.0.1:9000").pathStyle(false))
                .hasMessageContaining(".pathStyle(true)");
        assertThatThrownBy(() -> S3.aws("eu-west-1").fromHere("http://localhost:9000"))
                .hasMessageContaining("S3.minio(\"http://..\").fromHere(..)");
        assertThatThrownBy(() -> S3.aws("eu-west-1").credentialsFromHere(S3Credentials.secret("lake")))
                .hasMessageContaining("S3Credentials.profile(\"lake\")");
        assertThatThrownBy(() -> S3.aws("eu-west-1").bucket("s3://Lake/x", S3.aws("eu-west-1")))
                .hasMessageContaining(".bucket(\"lake\"");
        assertThatThrownBy(() -> S3Credentials.keys("id", " ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Spark.session("words")
                        .s3(S3.minio("https://minio:9000"))
                        .conf(S3A + "connection.ssl.enabled", "false")
                        .check())
                .hasMessageContaining("contradict each other");
    }
}
