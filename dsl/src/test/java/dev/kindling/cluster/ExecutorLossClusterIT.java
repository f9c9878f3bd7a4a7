package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Executors lost in the middle of a job: the result is right all the same, and others take their place. */
@Tag("cluster")
class ExecutorLossClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final int TASKS = 20;
    private static final int SUM = 2_470; // of the squares of 0 to 19

    private static RunningSession session;

    /** The executors' side. */
    static final class SlowSquares {
        static int sum(JavaSparkContext spark) {
            List<Integer> numbers = IntStream.range(0, TASKS).boxed().toList();
            return spark.parallelize(numbers, TASKS)
                    .map(number -> {
                        Thread.sleep(700);
                        return number * number;
                    })
                    .reduce(Integer::sum);
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        session = CLUSTER.session("losing")
                // Spark waits 120 s for blocks of an executor that vanished without closing its connections.
                .conf("spark.shuffle.io.connectionTimeout", "15s")
                .jar(CodeJar.of(folder, SlowSquares.class))
                .startOn(CLUSTER.target());
    }

    @AfterAll
    static void close() {
        if (session != null) {
            session.close();
            assertThat(CLUSTER.leftovers()).isEmpty();
        }
    }

    @Test
    void oneIsKilledWithSigkill() throws IOException {
        List<ExecutorStatus> before = registered();
        ProcessHandle victim = ThisNode.executorProcess(pod(before.get(0)));
        CompletableFuture<Integer> job = jobInItsMiddle();
        assertThat(victim.destroyForcibly()).isTrue();
        assertThat(job.join()).isEqualTo(SUM);
        awaitReplacementOf(before.get(0));
    }

    @Test
    void thePodOfOneIsDeletedWithNoGrace() {
        List<ExecutorStatus> before = registered();
        Pod victim = pod(before.get(1));
        CompletableFuture<Integer> job = jobInItsMiddle();
        CLUSTER.client().resource(victim).withGracePeriod(0).delete();
        assertThat(job.join()).isEqualTo(SUM);
        awaitReplacementOf(before.get(1));
    }

    private static CompletableFuture<Integer> jobInItsMiddle() {
        JavaSparkContext spark = new JavaSparkContext(session.spark().sparkContext());
        CompletableFuture<Integer> job = CompletableFuture.supplyAsync(() -> SlowSquares.sum(spark));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> session.progress().stages().stream().anyMatch(stage -> stage.tasksDone() >= 2));
        assertThat(job).as("still running").isNotDone();
        return job;
    }

    private static void awaitReplacementOf(ExecutorStatus lost) {
        long begin = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(registered()).hasSize(2).noneMatch(executor -> executor.id()
                        .equals(lost.id())));
        System.out.println(
                "loss: replaced " + Duration.ofNanos(System.nanoTime() - begin).toMillis()
                        + " ms after the job's end; now " + session.executors());
    }

    private static List<ExecutorStatus> registered() {
        return session.executors().stream()
                .filter(executor -> executor.state() == ExecutorStatus.State.REGISTERED)
                .toList();
    }

    private static Pod pod(ExecutorStatus executor) {
        return CLUSTER.client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withName(executor.pod())
                .get();
    }
}
