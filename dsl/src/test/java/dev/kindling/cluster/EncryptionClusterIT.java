package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What passes between driver and executors can't be read, and who doesn't know the secret is no executor. */
@Tag("cluster")
class EncryptionClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final int ROWS = 2_000;
    private static final long ENOUGH_BYTES = 300_000;
    private static final String SECRET = "_SPARK_AUTH_SECRET";

    @TempDir
    private Path folder;

    /** The executors' side. */
    static final class Echo {
        static List<String> through(JavaSparkContext spark, String marker) {
            List<String> rows = IntStream.range(0, ROWS)
                    .mapToObj(row -> marker + row + " of rows that go there and come back")
                    .toList();
            return spark.parallelize(rows, 2).map(row -> row + marker).collect();
        }
    }

    @Test
    void trafficCannotBeReadAndStrangersAreRefused() throws Exception {
        try (RunningSession session = start(true)) {
            String marker = marker();
            try (Capture capture = echoed(session, marker)) {
                assertThat(capture.bytes()).isGreaterThan(ENOUGH_BYTES);
                assertThat(capture.holds(marker)).isFalse();
            }
            strangersAreRefused(session);
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    @Test
    void withoutEncryptionTheSameCaptureReadsIt() throws Exception {
        try (RunningSession session = start(false)) {
            String marker = marker();
            try (Capture capture = echoed(session, marker)) {
                assertThat(capture.holds(marker)).isTrue();
            }
        }
    }

    private void strangersAreRefused(RunningSession session) {
        Pod executor = CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withName(session.executors().get(0).pod())
                .get();
        List<Pod> strangers = List.of(
                stranger(executor, "stranger-1", "98", Optional.empty()),
                stranger(executor, "stranger-2", "99", Optional.of(new EnvVar(SECRET, "d3Jvbmc=", null))));
        for (Pod stranger : strangers) {
            ContainerStateTerminated end = awaitEnd(stranger);
            String log = CLUSTER.client().pods().resource(stranger).getLog();
            System.out.println("encryption: " + stranger.getMetadata().getName() + " ended with " + end.getExitCode()
                    + "\n"
                    + log.lines()
                            .filter(line -> line.matches(".*(Caused by|ERROR|secret|WARN).*"))
                            .limit(12)
                            .toList());
            assertThat(end.getExitCode()).as(log).isNotZero();
            assertThat(log)
                    .containsAnyOf("Authentication failed", "secret key must be specified")
                    .doesNotContain("Successfully registered with driver");
            CLUSTER.client().resource(stranger).withGracePeriod(0).delete();
        }
        assertThat(session.executors()).extracting(ExecutorStatus::id).doesNotContain("98", "99");
        assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
    }

    private RunningSession start(boolean encryption) throws IOException {
        return CLUSTER.session("captured")
                .encryption(encryption)
                .jar(CodeJar.of(folder, Echo.class))
                .startOn(CLUSTER.target());
    }

    private static String marker() {
        return "marker-" + UUID.randomUUID();
    }

    private Capture echoed(RunningSession session, String marker) throws Exception {
        List<Integer> ports = Stream.of("spark.driver.port", "spark.driver.blockManager.port")
                .map(key -> Integer.valueOf(
                        session.settings().get(key).orElseThrow().value()))
                .toList();
        Capture capture = Capture.of(folder, ports);
        JavaSparkContext spark = new JavaSparkContext(session.spark().sparkContext());
        assertThat(Echo.through(spark, marker)).hasSize(ROWS).allMatch(row -> row.endsWith(marker));
        return capture;
    }

    /** A copy of a live executor, with its settings and rights, but without knowing the session's secret. */
    private static Pod stranger(Pod executor, String name, String id, Optional<EnvVar> secret) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(CLUSTER.namespace())
                .endMetadata()
                .withSpec(new PodBuilder(executor).buildSpec())
                .build();
        pod.getSpec().setHostname(null);
        pod.getSpec().setNodeName(null);
        List<EnvVar> environment = pod.getSpec().getContainers().get(0).getEnv();
        environment.removeIf(variable -> List.of(SECRET, "SPARK_EXECUTOR_ID").contains(variable.getName()));
        environment.add(new EnvVar("SPARK_EXECUTOR_ID", id, null));
        secret.ifPresent(environment::add);
        return CLUSTER.client().resource(pod).create();
    }

    private static ContainerStateTerminated awaitEnd(Pod pod) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> CLUSTER.client().resource(pod).get().getStatus().getContainerStatuses().stream()
                                .map(status -> status.getState().getTerminated())
                                .filter(end -> end != null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
