package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    private static final String SECRET = StrangerExecutor.SECRET;

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

    private static void strangersAreRefused(RunningSession session) {
        Pod executor = CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withName(session.executors().get(0).pod())
                .get();
        Pod ignorant = StrangerExecutor.like(executor).less(SECRET).start(CLUSTER, "97");
        Pod guessing = StrangerExecutor.like(executor).env(SECRET, "Z3Vlc3M=").start(CLUSTER, "98");
        Pod insolent = StrangerExecutor.like(executor)
                .less(SECRET, "spark.authenticate", "spark.network.crypto")
                .start(CLUSTER, "99");
        isRefused(ignorant, "secret key must be specified");
        isRefused(guessing, "Authentication failed");
        isRefused(insolent, "Exception");
        assertThat(session.executors()).extracting(ExecutorStatus::id).containsExactlyInAnyOrder("1", "2");
        assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
    }

    private static void isRefused(Pod stranger, String evidence) {
        int exitCode = StrangerExecutor.awaitEnd(CLUSTER, stranger).getExitCode();
        String log = CLUSTER.client().pods().resource(stranger).getLog();
        assertThat(exitCode).as(log).isNotZero();
        assertThat(log).contains(evidence).doesNotContain("Successfully registered with driver");
        CLUSTER.client().resource(stranger).withGracePeriod(0).delete();
    }

    private RunningSession start(boolean encryption) throws IOException {
        return CLUSTER.session("captured")
                // Spark waits 120 s for blocks of an executor that vanished without closing its connections.
                .conf("spark.shuffle.io.connectionTimeout", "15s")
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
}
