package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ApplicationFailedException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The five rows of every troubleshooting table, made with real objects: the right finding comes first. */
@Tag("cluster")
class DoctorClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String EXAMPLES = "local:///opt/spark/examples/src/main/python/";

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    private Optional<SubmittedApplication> made = Optional.empty();

    @BeforeAll
    static void account() throws IOException {
        LimitedAccount.apply(CLUSTER);
        CLUSTER.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("wrong-keys")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToStringData("access-key", "nobody")
                        .addToStringData("secret-key", "nothing")
                        .build())
                .create();
    }

    @AfterEach
    void delete() {
        made.ifPresent(SubmittedApplication::delete);
    }

    @Test
    void aPodThatNoNodeCanTake() {
        var run = submit(pi("pending").driver(DriverPlan.defaults().cpuRequest("500")));

        var found = whenFound(run);

        assertThat(found).isInstanceOf(Finding.Unschedulable.class);
        assertThat(found.cause()).isEqualTo("unschedulable-cpu");
        assertThat(found.why()).contains("will never fit");
        assertThat(found.waitingHelps()).isFalse();
        assertThat(found.change().code()).contains("DriverPlan").contains(".cpuRequest(");
        assertThat(found.evidence()).anySatisfy(clue -> assertThat(clue.said()).contains("Insufficient cpu"));
    }

    @Test
    void anImageThatIsNotThere() {
        var run = submit(pi("no-image").image("localhost/absent:1.0"));
        var told = new CopyOnWriteArrayList<Finding>();
        run.followFindings(told::add);

        await("without being asked").atMost(SECONDS).until(() -> !told.isEmpty());
        var found = whenFound(run);

        assertThat(told).extracting(Finding::cause).containsExactly(found.cause());
        assertThat(found).isInstanceOf(Finding.ImageUnavailable.class);
        assertThat(found.what()).contains("localhost/absent:1.0");
        assertThat(found.change().code()).contains(".image(");
        assertThat(found.evidence()).anySatisfy(clue -> assertThat(clue.said()).contains("ImagePull"));
        assertThatThrownBy(() -> run.awaitSuccess(Duration.ofMillis(1)))
                .isInstanceOf(ApplicationFailedException.class)
                .hasMessageContaining(found.what());
    }

    @Test
    void executorsWithAnotherPython() {
        // The image has both: the driver is told to take the older one.
        var run = submit(pi("other-python")
                .image(RealCluster.IMAGE + "-python3.12")
                .conf("spark.pyspark.driver.python", "python3")
                .conf("spark.pyspark.python", "/opt/python3.12/bin/python3.12"));

        var found = whenFailed(run);

        assertThat(found).isInstanceOf(Finding.VersionMismatch.class);
        assertThat(found.what()).contains("3.12").contains("3.11");
        assertThat(found.isCertain()).isTrue();
    }

    @Test
    void aStoreThatRefusesTheKey() {
        var run = submit(reading("wrong-key")
                .image(RealCluster.IMAGE + "-s3a")
                .s3(S3.minio("http://minio.default.svc.cluster.local:9000")
                        .credentials(S3Credentials.secret("wrong-keys", "access-key", "secret-key"))));

        var found = whenFailed(run);

        assertThat(found).isInstanceOf(Finding.StorageUnavailable.class);
        assertThat(found.cause()).isEqualTo("s3-forbidden");
        assertThat(found.evidence()).anySatisfy(clue -> assertThat(clue.said()).contains("403"));
        assertThat(found.change().code()).contains("S3Credentials");
    }

    @Test
    void anImageWithoutTheJarsForS3() {
        var run = submit(reading("no-jars"));

        var found = whenFailed(run);

        assertThat(found).isInstanceOf(Finding.CodeMissing.class);
        assertThat(found.what()).contains("org.apache.hadoop.fs.s3a.S3AFileSystem");
        assertThat(found.why()).contains("hadoop-aws");
        assertThat(whenKept(run)).isEqualTo(found.cause());
    }

    /** The first executor is let in, the second is not; Spark would only log it, once a second, for ever. */
    @Test
    void aSessionWhosePodsAreRefused() {
        var quota = CLUSTER.client()
                .resource(new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("one-pod")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .withNewSpec()
                        .addToHard("pods", new Quantity("1"))
                        .endSpec()
                        .build());
        quota.create();
        try {
            List<Instant> refused = new CopyOnWriteArrayList<>();
            var failure = catchThrowableOfType(StartFailedException.class, () -> CLUSTER.session("refused")
                    .startOn(CLUSTER.target().preflight(false), line -> {
                        if (line.contains("refuses")) {
                            refused.add(Instant.now());
                        }
                    }));

            assertThat(Duration.between(refused.get(0), Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(failure.diagnosis().orElseThrow().first())
                    .hasValueSatisfying(found -> assertThat(found.cause()).isEqualTo("quota-exceeded"));
            assertThat(failure).hasMessageContaining("one-pod");
        } finally {
            quota.delete();
        }
    }

    /** The same from a file, without a cluster. */
    private String whenKept(SubmittedApplication run) {
        var file = folder.resolve("evidence.json");
        run.diagnose().save(file);
        return Spark.diagnose(file).first().orElseThrow().cause();
    }

    private static Finding whenFound(SubmittedApplication run) {
        return await().atMost(LIMIT)
                .until(() -> run.diagnose().first(), Optional::isPresent)
                .orElseThrow();
    }

    private static Finding whenFailed(SubmittedApplication run) {
        assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Failed.class);
        return run.diagnose().first().orElseThrow();
    }

    private static ApplicationSpec pi(String name) {
        return application(name, "pi.py");
    }

    private static ApplicationSpec reading(String name) {
        return application(name, "wordcount.py").arguments("s3a://data/x");
    }

    private static ApplicationSpec application(String name, String program) {
        return Spark.application(name)
                .image(RealCluster.IMAGE)
                .python(EXAMPLES + program)
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private SubmittedApplication submit(ApplicationSpec spec) {
        var run = spec.submitTo(
                CLUSTER.target().serviceAccount(LimitedAccount.NAME).operator(Operator.none()));
        made = Optional.of(run);
        return run;
    }
}
