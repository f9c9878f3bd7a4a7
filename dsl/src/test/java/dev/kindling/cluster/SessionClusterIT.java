package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ordinary life of a session on a real cluster. */
@Tag("cluster")
class SessionClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @Test
    void runsJobsInPodsAndLeavesNothing() {
        List<String> progress = Collections.synchronizedList(new ArrayList<>());
        try (RunningSession session =
                CLUSTER.session("ordinary").jarOf(WorkingFolder.class).startOn(CLUSTER.target(), progress::add)) {
            assertThat(session.spark().range(1_000).filter("id % 7 = 0").count())
                    .isEqualTo(143);
            assertThat(session.spark()
                            .range(10)
                            .map(new WorkingFolder(), Encoders.STRING())
                            .distinct()
                            .collectAsList())
                    .as("code of this JVM's class path in a stock image")
                    .containsExactly("/opt/spark/work-dir");
            assertThat(session.executors()).hasSize(2).allSatisfy(executor -> assertThat(executor.state())
                    .isEqualTo(ExecutorStatus.State.REGISTERED));
            assertThat(session.uiUrl())
                    .hasValueSatisfying(ui -> assertThat(ui.getHost()).isEqualTo("127.0.0.1"));
            assertThat(podsEnvironment())
                    .as("the secret is referred to, not shown")
                    .noneMatch(e -> e.startsWith("_SPARK_AUTH_SECRET="));
            assertThat(session.settings().get("spark.network.crypto.enabled")).isPresent();
            assertThat(progress).anyMatch(line -> line.contains("of 2 executors registered"));
        }
        assertThat(CLUSTER.leftovers()).isEmpty();
    }

    private static List<String> podsEnvironment() {
        List<Pod> pods =
                CLUSTER.client().pods().inNamespace(CLUSTER.namespace()).list().getItems();
        assertThat(pods).hasSize(2);
        return pods.stream()
                .flatMap(pod -> pod.getSpec().getContainers().get(0).getEnv().stream())
                .filter(variable -> variable.getValue() != null)
                .map(variable -> variable.getName() + "=" + variable.getValue())
                .toList();
    }
}
