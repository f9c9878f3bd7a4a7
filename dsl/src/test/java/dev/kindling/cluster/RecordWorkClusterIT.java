package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.run.Outcome;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs that go well, and sessions that work slowly; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordWorkClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @BeforeAll
    static void account() throws IOException {
        LimitedAccount.apply(CLUSTER);
    }

    @Test
    void aSessionLookedAtFromOutsideWhileItStarts() {
        var seen = new AtomicReference<Optional<Diagnosis>>(Optional.empty());
        var spec = CLUSTER.session("case");
        try (var session = spec.startOn(CLUSTER.target(), line -> {
            if (seen.get().isEmpty()) {
                seen.set(Spark.applications(CLUSTER.target()).diagnose("case"));
            }
        })) {
            keep("healthy-session-starting", "none", seen.get().orElseThrow());
            keep("healthy-session-from-outside", "none", fromOutside());
            assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
        }
    }

    @Test
    void executorsThatComeAndGo() {
        var plan = ExecutorPlan.dynamic(0, 2)
                .idle(Duration.ofSeconds(3))
                .memory("512m")
                .cpuRequest("100m");
        try (var session = CLUSTER.session("case").executors(plan).startOn(CLUSTER.target())) {
            keep("healthy-session-without-executors", "none", session.diagnose());
            assertThat(session.spark().range(1_000).repartition(4).count()).isEqualTo(1_000);
            await().atMost(LIMIT).until(() -> executors() == 0);
            keep("healthy-session-scaled-down", "none", session.diagnose());
        }
    }

    @Test
    void aKeyThatMostRowsHave() throws Exception {
        try (var session = CLUSTER.session("case")
                .executors(ExecutorPlan.of(2).memory("1g").cpuRequest("100m"))
                .conf("spark.sql.adaptive.enabled", "false")
                .startOn(CLUSTER.target())) {
            var job = CompletableFuture.runAsync(() -> session.spark()
                    .range(0, 30_000_000, 1, 8)
                    .selectExpr("if(id % 50 = 0, id % 1000, 0) as k", "uuid() as v")
                    .repartition(12, org.apache.spark.sql.functions.col("k"))
                    .selectExpr("sha2(v, 512) as h")
                    .selectExpr("max(sha2(h, 512))")
                    .collectAsList());
            keepWhenFound("session-skewed-task", "skewed-task", session::diagnose);
            session.spark().sparkContext().cancelAllJobs();
            assertThat(job).failsWithin(LIMIT);
        }
    }

    @Test
    void moreThanFitsIntoMemory() throws Exception {
        try (var session = CLUSTER.session("case")
                .conf("spark.sql.adaptive.enabled", "false")
                .startOn(CLUSTER.target())) {
            var job = CompletableFuture.runAsync(() -> session.spark()
                    .range(0, 40_000_000, 1, 2)
                    .selectExpr("uuid() as v", "id")
                    .sortWithinPartitions("v")
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save());
            keepWhenFound("session-spill", "spill", session::diagnose);
            session.spark().sparkContext().cancelAllJobs();
            assertThat(job).failsWithin(LIMIT);
        }
    }

    @Test
    void anApplicationWithoutAnOperator() {
        var run = Spark.application("case")
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py")
                .arguments("40")
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"))
                .submitTo(CLUSTER.target().serviceAccount(LimitedAccount.NAME).operator(Operator.none()));
        try {
            keep("healthy-lone-starting", "none", run.diagnose());
            await().atMost(LIMIT).until(() -> fromOutside().isHealthy() && executors() > 0);
            keep("healthy-lone-running", "none", run.diagnose());
            assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Succeeded.class);
            keep("healthy-lone-ended", "none", run.diagnose());
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

    private static Diagnosis fromOutside() {
        return Spark.applications(CLUSTER.target()).diagnose("case").orElseThrow();
    }
}
