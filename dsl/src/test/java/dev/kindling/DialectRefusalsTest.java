package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import dev.kindling.value.BatchScheduler;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.DriverPort;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.Ingress;
import dev.kindling.value.Monitoring;
import dev.kindling.value.PodPlan;
import dev.kindling.value.RestartPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dialect cannot say is refused by its name, with the line to write; nothing is dropped silently. */
class DialectRefusalsTest {
    private static final Operator KUBEFLOW = Operator.kubeflow();
    private static final Operator APACHE = Operator.apache();
    private static final Operator NONE = Operator.none();

    private static final ApplicationSpec JOB = Spark.application("job")
            .image("spark:1")
            .mainClass("x.Job")
            .jar("local:///app/job.jar")
            .driver(DriverPlan.defaults().serviceAccount("spark"));

    private static final DriverPort PAGE = DriverPort.ui().ingress(Ingress.at("spark.example.org"));

    static Stream<Arguments> refused() {
        return Stream.of(
                // Either operator.
                arguments(JOB.jar("pom.xml"), KUBEFLOW, "file of this machine", "local:///app/pom.xml"),
                arguments(
                        JOB.file(Path.of("pom.xml").toUri().toString()),
                        APACHE,
                        "of this machine",
                        "local:///app/pom.xml"),
                arguments(JOB.driver(DriverPlan.defaults().port(7078)), KUBEFLOW, "7078", "without them"),
                arguments(secretConf("spark.hadoop.fs.s3a.secret.key"), KUBEFLOW, "for everyone to read", ".s3("),
                arguments(secretConf("spark.hadoop.fs.s3a.bucket.lake.access.key"), APACHE, "to read", ".s3("),
                arguments(
                        JOB.env("DB_PASSWORD", "hunter2"), APACHE, "for everyone to read", "secretEnv(\"DB_PASSWORD\""),
                arguments(
                        JOB.monitoring(Monitoring.prometheus()).conf("spark.ui.prometheus.enabled", "false"),
                        APACHE,
                        "false and true",
                        "one of them"),
                arguments(
                        JOB.scheduler(BatchScheduler.volcano())
                                .pods(PodPlan.none().schedulerName("yunikorn")),
                        KUBEFLOW,
                        "yunikorn and volcano",
                        "one of them"),
                // Kubeflow's operator.
                arguments(
                        JOB.jar("s3a://lake/a.jar"), KUBEFLOW, "opened by the Kubeflow operator", "Operator.apache()"),
                arguments(
                        Spark.application("py")
                                .image("spark:1")
                                .python("s3a://lake/main.py")
                                .pyFile("s3a://lake/lib.zip"),
                        KUBEFLOW,
                        "s3a://lake/lib.zip",
                        "Operator.apache()"),
                arguments(
                        JOB.startTimeout(Duration.ofMinutes(2)), KUBEFLOW, "waits for a driver for ever", "run.await("),
                arguments(JOB.expose(DriverPort.of("health", 8081)), KUBEFLOW, "has no ingress", "health.example.org"),
                arguments(
                        JOB.expose(DriverPort.ui()
                                .ingress(Ingress.at("spark.example.org").className("nginx"))),
                        KUBEFLOW,
                        "nginx",
                        "without it"),
                arguments(
                        JOB.expose(PAGE)
                                .expose(DriverPort.of("health", 8081)
                                        .ingress(
                                                Ingress.at("health.example.org").annotation("a/b", "c"))),
                        KUBEFLOW,
                        "differs from another ingress",
                        "alike on each"),
                // Apache's operator.
                arguments(JOB.suspended(), APACHE, "knows no suspended application", "Operator.kubeflow()"),
                arguments(JOB.kueue("team-a"), APACHE, "Kueue admits", ".label(\"kueue.x-k8s.io/queue-name\""),
                arguments(JOB.expose(DriverPort.ui()), APACHE, "makes one with every service", ".ingress("),
                arguments(
                        JOB.scheduler(BatchScheduler.volcano().priorityClass("high")),
                        APACHE,
                        "pod group",
                        "priorityClass(\"high\")"),
                arguments(
                        JOB.scheduler(BatchScheduler.volcano().atLeast("cpu", "2")),
                        APACHE,
                        "{cpu=2}",
                        "Operator.kubeflow()"),
                // No operator.
                arguments(JOB.restart(RestartPolicy.always()), NONE, "nobody starts the driver again", "never()"),
                arguments(JOB.timeToLive(Duration.ofHours(1)), NONE, "nobody removes", "run.delete()"),
                arguments(JOB.expose(PAGE), NONE, "nobody makes services", "run.ui()"),
                arguments(
                        JOB.scheduler(BatchScheduler.volcano().atLeast("cpu", "2")),
                        NONE,
                        "pod group",
                        "Operator.kubeflow()"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(ApplicationSpec spec, Operator operator, String shown, String line) {
        assertRefused(() -> spec.manifest(operator), shown, line);
    }

    @Test
    void schedulesAreKubeflowsOnly() {
        var schedule = Spark.schedule("nightly", "@daily", JOB);

        assertRefused(() -> schedule.manifest(APACHE), "any operator but Kubeflow's", "submitTo(cluster)");
        assertRefused(() -> schedule.manifest(NONE), "any operator but Kubeflow's", "Operator.kubeflow()");
    }

    @Test
    void connectServersAreKubeflowsOnly() {
        var server = Spark.connectServer("shared").image("spark:1");

        assertRefused(() -> server.manifest(APACHE), "no operator but Kubeflow's", "Spark.standaloneCluster(..)");
        assertRefused(
                () -> server.conf("spark.sql.x", "a b").manifest(KUBEFLOW), "goes through a shell", "without spaces");
        assertRefused(() -> server.server(DriverPlan.defaults().port(7079)).manifest(KUBEFLOW), "7079", "without them");
    }

    @Test
    void standaloneClustersAreApachesOnly() {
        var cluster = Spark.standaloneCluster("shared").image("spark:1");

        assertRefused(() -> cluster.manifest(KUBEFLOW), "no operator but Apache's", "Spark.connectServer(..)");
        assertRefused(
                () -> cluster.conf("spark.x", "a \"b\"").manifest(APACHE), "goes through a shell", "without quotes");
        assertRefused(
                () -> cluster.workers(ExecutorPlan.dynamic(0, 3)).manifest(APACHE),
                "always keeps",
                "ExecutorPlan.dynamic(1, 3)");
    }

    @Test
    void aDriverWithoutServiceAccountIsAWarningAboveTheText() {
        var manifest = JOB.driver(DriverPlan.defaults()).manifest(KUBEFLOW);

        assertThat(manifest.warnings()).hasSize(1);
        assertThat(manifest.toYaml())
                .startsWith("# .driver(..serviceAccount(..)): \"default\"")
                .contains(".driver(DriverPlan.defaults().serviceAccount(\"spark\"))\n---\n");
        assertThat(JOB.manifest(KUBEFLOW).warnings()).isEmpty();
    }

    private static ApplicationSpec secretConf(String key) {
        return JOB.conf(key, "hunter2");
    }

    private static void assertRefused(Supplier<SparkManifest> rendered, String shown, String line) {
        var invalid = catchThrowableOfType(InvalidSpecException.class, rendered::get);

        assertThat(invalid).isNotNull();
        assertThat(invalid).hasMessageContaining(shown).hasMessageContaining(line);
        assertThat(invalid.getMessage()).doesNotContain("hunter2");
    }
}
