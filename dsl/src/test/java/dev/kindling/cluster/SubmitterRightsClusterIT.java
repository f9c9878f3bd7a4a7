package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who submits without an operator and without preflight: the rendered Role is enough, and a vital right that is missing is named. */
@Tag("cluster")
class SubmitterRightsClusterIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    @BeforeAll
    static void accounts() throws IOException {
        LimitedAccount.apply(CLUSTER, "rbac-no-operator.yaml");
    }

    @Test
    void withAllOfThemItRuns() throws IOException {
        var run = pi().submitTo(target(LimitedAccount.target(CLUSTER, LimitedAccount.WITHOUT_OPERATOR, folder)));
        try {
            assertThat(run.await(LIMIT)).isInstanceOf(Outcome.Succeeded.class);
        } finally {
            run.delete();
        }
    }

    @ParameterizedTest
    @CsvSource({"create, pods", "create, services", "create, configmaps", "create, secrets", "list, pods", "watch, pods"
    })
    void withoutOneOfThemItIsRefusedAndNothingStays(String verb, String resource) throws IOException {
        var grant = pi().rbac(Operator.none()).grants().get(0);
        var right = new Right("", resource, verb);
        assertThat(Right.of(grant)).contains(right);
        var limited = right.missing(CLUSTER, grant, folder);

        assertThatThrownBy(() -> pi().submitTo(target(limited)).await(LIMIT))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("403")
                .hasMessageFindingMatch("(cannot|Tried to) " + verb + " (resource \")?" + resource);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(CLUSTER.leftovers()).isEmpty());
    }

    /** No operator watches the namespace: what needs a pod that runs is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"kubeflow", "apache"})
    void whatAnOperatorsSubmitterMayNotDoIsNamedWhenItIsDone(String product) throws IOException {
        var operator = product.equals("apache") ? Operator.apache() : Operator.kubeflow();
        var grant = pi().rbac(operator).grants().get(0);
        var rights = Right.of(grant).stream()
                .filter(right -> !right.resource().contains("/"))
                .toList();
        assertThat(rights).hasSizeGreaterThan(7);

        for (var right : rights) {
            var limited = right.missing(CLUSTER, grant, Files.createTempDirectory(folder, "lacking"));
            await(product + " without " + right).atMost(LIMIT).untilAsserted(() -> assertThat(
                            told(limited.operator(operator).preflight(false)))
                    .anyMatch(line -> names(right, line)));
        }
    }

    private static boolean names(Right right, String line) {
        return line.contains("403") && line.contains(right.verb() + " ") && line.contains(right.resource());
    }

    /** What is said against all that is done with an application; an administrator removes it. */
    private static List<String> told(KubernetesCluster target) {
        var told = new ArrayList<String>();
        refused(told, () -> {
            var run = pi().submitTo(target);
            refused(told, run::exists);
            refused(told, run::events);
            refused(told, () -> told.addAll(run.diagnose().notKnown()));
            refused(told, run::resume);
            refused(told, run::delete);
        });
        Spark.applications(CLUSTER.target()).find("case").ifPresent(SubmittedApplication::delete);
        CLUSTER.made().forEach(left -> CLUSTER.client().resource(left).delete());
        return told;
    }

    private static void refused(List<String> told, Runnable action) {
        try {
            action.run();
        } catch (KindlingException e) {
            told.add(e.getMessage());
        }
    }

    private static KubernetesCluster target(KubernetesCluster cluster) {
        return cluster.operator(Operator.none())
                .serviceAccount(LimitedAccount.OF_DRIVERS)
                .preflight(false);
    }

    private static ApplicationSpec pi() {
        return Spark.application("case")
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py")
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m"))
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }
}
