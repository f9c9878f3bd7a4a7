package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that lack memory outside their heap, a folder, a library, the driver; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordLacksClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Enough for a JVM to begin with, and too little for Spark. */
    private static final String FEW_CLASSES = "-XX:MaxMetaspaceSize=30m";

    private static final String PROGRAM =
            """
            import os, sys, time
            how, what = sys.argv[1], sys.argv[2]
            if how == "exit":
                os._exit(int(what))
            from pyspark.sql import SparkSession
            spark = SparkSession.builder.getOrCreate()
            if how == "format":
                spark.read.format(what).load("/nowhere").count()
            if how == "read":
                spark.read.text(what).count()
            if how == "wait":
                time.sleep(300)
            """;

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @BeforeAll
    static void objects() throws IOException {
        LimitedAccount.apply(CLUSTER);
        CLUSTER.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("program")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .addToData("lack.py", PROGRAM)
                        .build())
                .create();
    }

    @ParameterizedTest
    @CsvSource({"52", "55", "101"})
    void aDriverThatEndsWithoutAWord(String code) {
        record("lone-exit-code-" + code, "exit-code-" + code, application("exit", code));
    }

    @ParameterizedTest
    @CsvSource({"avro", "delta", "iceberg", "com.mongodb.spark.sql.connector.MongoTableProvider"})
    void aFormatThatTheImageDoesNotHave(String format) {
        var bundle =
                "lone-format-" + format.substring(format.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        record(bundle, "data-source-missing", application("format", format));
    }

    @ParameterizedTest
    @CsvSource({
        "gs://lake/x, lone-scheme-gs, file-system-missing",
        "abfss://x@lake.dfs.core.windows.net/x, lone-scheme-abfss, class-missing"
    })
    void aStoreWhoseConnectorTheImageDoesNotHave(String address, String bundle, String cause) {
        record(bundle, cause, application("read", address));
    }

    @Test
    void aDriverWithoutRoomForItsClasses() {
        record(
                "lone-driver-off-heap",
                "driver-off-heap",
                application("format", "csv").conf("spark.driver.extraJavaOptions", FEW_CLASSES));
    }

    @Test
    void executorsWithoutRoomForTheirClasses() {
        recordStart(
                "session-executor-off-heap",
                "executor-off-heap",
                session().conf("spark.executor.extraJavaOptions", FEW_CLASSES).maxExecutorFailures(1));
    }

    /** They end with exit code 53. */
    @Test
    void executorsWithoutAFolderToWriteTo() {
        var volume = "spark.kubernetes.executor.volumes.hostPath.spark-local-dir-1.";
        recordStart(
                "session-local-folder",
                "local-folder-unwritable",
                session()
                        .conf(volume + "mount.path", "/data")
                        .conf(volume + "mount.readOnly", "true")
                        .conf(volume + "options.path", "/etc")
                        .maxExecutorFailures(1));
    }

    @Test
    void aDriverWhoseNameNobodyKnows() {
        recordStart(
                "session-driver-unknown",
                "driver-unreachable",
                session()
                        .driver(DriverPlan.defaults().host("no-such-host.invalid"))
                        .maxExecutorFailures(1));
    }

    @Test
    void aDriversPodThatSomebodyDeletes() throws Exception {
        var run = submit(application("wait", ""));
        try {
            await().atMost(LIMIT).until(() -> run.diagnose().isHealthy() && executors() > 0);
            CLUSTER.client()
                    .pods()
                    .inNamespace(CLUSTER.namespace())
                    .withLabel("spark-role", "driver")
                    .withGracePeriod(0)
                    .delete();
            keepWhenFound("lone-driver-deleted", "run-deleted", run::diagnose);
        } finally {
            run.delete();
        }
    }

    private static int executors() {
        return CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withLabel("spark-role", "executor")
                .list()
                .getItems()
                .size();
    }

    private static SessionSpec session() {
        return CLUSTER.session("case")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                .startTimeout(Duration.ofMinutes(2));
    }

    private static void recordStart(String bundle, String cause, SessionSpec spec) {
        var failure = catchThrowableOfType(
                StartFailedException.class,
                () -> spec.startOn(CLUSTER.target().preflight(false)).close());
        keep(bundle, cause, failure.diagnosis().orElseThrow());
    }

    private static ApplicationSpec application(String how, String what) {
        return Spark.application("case")
                .image(RealCluster.IMAGE)
                .python("local:///program/lack.py")
                .arguments(how, what)
                .driver(DriverPlan.defaults()
                        .memory("512m")
                        .cpuRequest("100m")
                        .pod(PodPlan.none().volume(Volume.configMap("program").at("/program"))))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private static SubmittedApplication submit(ApplicationSpec spec) {
        return spec.submitTo(CLUSTER.target()
                .serviceAccount(LimitedAccount.NAME)
                .operator(Operator.none())
                .preflight(false));
    }

    private static void record(String bundle, String cause, ApplicationSpec spec) {
        var run = submit(spec);
        try {
            assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Failed.class);
            keep(bundle, cause, run.diagnose());
        } finally {
            run.delete();
        }
    }
}
