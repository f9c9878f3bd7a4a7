package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.SessionSpec;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.Taint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that do not start, each for another reason; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordStartsClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @Test
    void aTaintedNode() {
        try (var node = BareNode.make(
                CLUSTER, "tainted", 110, List.of(new Taint("NoSchedule", "dedicated", null, "reports")))) {
            record("session-taint", "unschedulable-taint", on(node));
        }
    }

    @Test
    void aNodeWithAllThePodsItMayHave() {
        try (var node = BareNode.make(CLUSTER, "full", 0, List.of())) {
            record("session-too-many-pods", "unschedulable-pods", on(node));
        }
    }

    @Test
    void executorsThatFitOneByOneOnly() {
        record(
                "session-cluster-too-small",
                "unschedulable-cpu",
                session().executors(ExecutorPlan.of(3).memory("512m").cpuRequest("900m")));
    }

    @Test
    void imagesThatTheNodeCannotHaveOrRun() throws IOException {
        try (var registry = new TinyRegistry()) {
            record("session-image-private", "image-pull-denied", session().image(registry.image("private/etl", "1.0")));
            record("session-image-not-found", "image-not-found", session().image(registry.image("absent", "1.0")));
            record("session-image-platform", "image-architecture", session().image(registry.image("other", "1.0")));
            record(
                    "session-image-processor",
                    "image-architecture",
                    session().image(registry.image("mislabelled", "1.0")).maxExecutorFailures(1));
        }
    }

    @Test
    void optionsThatTheJvmDoesNotTake() {
        record(
                "session-jvm-option",
                "jvm-option",
                session()
                        .maxExecutorFailures(1)
                        .conf("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:+UseParallelGC"));
    }

    private static SessionSpec on(BareNode node) {
        return session().pods(node.chosen()).startTimeout(Duration.ofSeconds(8));
    }

    private static SessionSpec session() {
        return CLUSTER.session("case")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private static void record(String bundle, String cause, SessionSpec spec) {
        var failure = catchThrowableOfType(
                StartFailedException.class, () -> spec.startOn(CLUSTER.target()).close());
        keep(bundle, cause, failure.diagnosis().orElseThrow());
    }
}
