package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.Outcome;
import dev.kindling.run.RunningSession;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that end in many ways, once or again and again; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordEndsClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Java's pattern takes the stack as often as there are letters. */
    private static final String DEEP = "length(regexp_replace(repeat('ab', 500000 + id), '(a|b|c)*', ''))";

    /** Ends the process that evaluates it. */
    private static final String LEAVE = "reflect('java.lang.System', 'exit', 77)";

    private static final String PROGRAM =
            """
            import ctypes, os, sys
            how, code = sys.argv[1], int(sys.argv[2])
            if how == "exit":
                sys.exit(code)
            if how == "signal":
                os.kill(os.getpid(), code)
            if how == "crash":
                ctypes.string_at(0)
            from pyspark.sql import SparkSession
            spark = SparkSession.builder.getOrCreate()
            if how == "worker":
                spark.sparkContext.parallelize([0], 1).map(lambda x: ctypes.string_at(x)).collect()
            def kill(x):
                daemon = os.getppid()
                os.kill(int(open("/proc/%%d/stat" %% daemon).read().split()[3]), 9)
            if how == "kill":
                spark.sparkContext.parallelize([0], 1).map(kill).collect()
            if how == "deep":
                spark.range(0, 1, 1, 1).selectExpr("%s").collect()
            if how == "leave":
                spark.range(0, 1, 1, 1).selectExpr("%s").collect()
            """
                    .formatted(DEEP, LEAVE);

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
                        .addToData("end.py", PROGRAM)
                        .build())
                .create();
    }

    @ParameterizedTest
    @CsvSource({"exit, 1, 1", "signal, 6, 134", "signal, 9, 137", "crash, 0, 139", "signal, 15, 143"})
    void aPythonDriverThatEnds(String how, String argument, String code) {
        record("lone-exit-code-" + code, "exit-code-" + code, application(how, argument));
    }

    @Test
    void aPythonTaskWhoseProcessCrashes() {
        record("lone-python-worker-crashed", "python-worker-crashed", application("worker", "0"));
    }

    /** It ends with exit code 11, its executors with 50. */
    @Test
    void aDriverThatMayLoseOneExecutorOnly() {
        record(
                "lone-too-many-lost",
                "executors-lost",
                application("deep", "0").conf("spark.executor.maxNumFailures", "1"));
    }

    @Test
    void aJobThatEndsEveryExecutorItRunsIn() {
        record("lone-executors-lost", "executors-lost", application("kill", "0"));
    }

    @Test
    void aJobThatEndsWithItsExecutor() {
        record("lone-executor-lost", "executor-lost", application("leave", "0").conf("spark.task.maxFailures", "1"));
    }

    @Test
    void aSessionsJobThatEndsWithItsExecutor() throws Exception {
        try (var session = session().conf("spark.task.maxFailures", "1").startOn(CLUSTER.target())) {
            assertThatThrownBy(() ->
                            session.spark().range(0, 1, 1, 1).selectExpr(LEAVE).collectAsList())
                    .hasMessageContaining("exit code 77");
            keepWhenFound("session-exit-code-77", "exit-code-77", session::diagnose);
        }
    }

    @Test
    void aSessionWhoseTaskEndsItsExecutor() throws Exception {
        try (var session = session().conf("spark.task.maxFailures", "1").startOn(CLUSTER.target())) {
            assertThatThrownBy(() ->
                            session.spark().range(0, 1, 1, 1).selectExpr(DEEP).collectAsList())
                    .hasMessageContaining("StackOverflowError");
            keepWhenFound("session-stack-overflow", "program-exception", session::diagnose);
        }
    }

    @Test
    void executorsThatAreKilledOneAfterTheOther() throws Exception {
        try (var session = session().startOn(CLUSTER.target())) {
            for (var last = Optional.<String>empty();
                    session.diagnose().findings().stream()
                            .noneMatch(finding -> finding.cause().equals("executors-lost")); ) {
                var isFirst = last.isEmpty();
                last = Optional.of(killAnother(session, last));
                if (isFirst) {
                    keepWhenFound("session-exit-code-137", "exit-code-137", session::diagnose);
                }
            }
            keep("session-executors-lost", "executors-lost", session.diagnose());
        }
    }

    private static String killAnother(RunningSession session, Optional<String> last) throws IOException {
        await().atMost(LIMIT).until(() -> session.executors().stream().anyMatch(each -> isNew(each, last)));
        var executor = session.executors().stream()
                .filter(each -> isNew(each, last))
                .findFirst()
                .orElseThrow();
        var pod = CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withName(executor.pod())
                .get();
        assertThat(ThisNode.executorProcess(pod).destroyForcibly()).isTrue();
        return executor.id();
    }

    private static boolean isNew(ExecutorStatus executor, Optional<String> last) {
        return executor.state() == ExecutorStatus.State.REGISTERED
                && last.filter(executor.id()::equals).isEmpty();
    }

    /** The scheduler was passed over, so that the kubelet has to say no. */
    @Test
    void aNodeThatDoesNotTakeThePodItWasGiven() {
        var node =
                CLUSTER.client().nodes().list().getItems().get(0).getMetadata().getName();
        var placed = PodPlan.none()
                .template(pod -> pod.editOrNewSpec().withNodeName(node).endSpec());
        var spec = session()
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("500"))
                .pods(placed)
                .maxExecutorFailures(1);
        recordStart("session-refused-by-node", "pod-refused-by-node", spec);
    }

    @Test
    void aFolderOfTheNodeThatIsNotThere() {
        var folder = PodPlan.none().template(pod -> pod.editOrNewSpec()
                .addNewVolume()
                .withName("absent")
                .withNewHostPath("/kindling-is-not-here", "Directory")
                .endVolume()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("absent")
                .withMountPath("/data")
                .endVolumeMount()
                .endContainer()
                .endSpec());
        recordStart(
                "session-volume-not-mounted",
                "volume-not-mounted",
                session().pods(folder).startTimeout(Duration.ofSeconds(20)));
    }

    private static SessionSpec session() {
        return CLUSTER.session("case")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private static void recordStart(String bundle, String cause, SessionSpec spec) {
        var target = CLUSTER.target().preflight(false);
        var failure = catchThrowableOfType(
                StartFailedException.class, () -> spec.startOn(target).close());
        keep(bundle, cause, failure.diagnosis().orElseThrow());
    }

    private static ApplicationSpec application(String how, String argument) {
        return Spark.application("case")
                .image(RealCluster.IMAGE)
                .python("local:///program/end.py")
                .arguments(how, argument)
                .driver(DriverPlan.defaults()
                        .memory("512m")
                        .cpuRequest("100m")
                        .pod(PodPlan.none().volume(Volume.configMap("program").at("/program"))))
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
}
