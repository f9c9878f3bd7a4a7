package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.Outcome;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the account of docs/rbac-applications.yaml may do, and that all of it is used. No operator watches the namespace,
 * so nothing runs: what needs a pod is left to the tests that have one.
 */
@Tag("cluster")
class ApplicationRightsClusterIT {

    private static final String KUBEFLOW = "sparkapplications.sparkoperator.k8s.io";
    private static final String APACHE = "sparkapplications.spark.apache.org";

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static KubernetesCluster limited;

    @BeforeAll
    static void account(@TempDir Path folder) throws IOException {
        if (!isThere(KUBEFLOW) || !isThere(APACHE)) {
            System.err.println("SKIPPED: rights to submit: not both operators are installed");
            abort("not both operators are installed");
        }
        LimitedAccount.apply(CLUSTER, "rbac-applications.yaml");
        // Preflight also asks what this user may not see: what is done with applications is to be counted.
        limited = LimitedAccount.target(CLUSTER, LimitedAccount.OF_APPLICATIONS, folder)
                .preflight(false);
    }

    @Test
    void itsAccountMayDoAllThatIsDoneWithApplicationsAndNoMore() throws IOException {
        wholeLife(limited.operator(Operator.kubeflow()));
        wholeLife(limited.operator(Operator.apache()));
        lifeOfASchedule();

        var audit = AuditLog.find();
        if (audit.isEmpty()) {
            System.err.println("SKIPPED: no audit log to read: which rights were used is not known");
            return;
        }
        assertThat(audit.get().forbidden(CLUSTER.namespace(), LimitedAccount.OF_APPLICATIONS))
                .isEmpty();
        assertThat(Set.copyOf(audit.get().used(CLUSTER.namespace(), LimitedAccount.OF_APPLICATIONS)))
                .contains("create sparkapplications", "get sparkapplications", "list sparkapplications")
                .contains("watch sparkapplications", "patch sparkapplications", "delete sparkapplications")
                .contains("create scheduledsparkapplications", "patch scheduledsparkapplications")
                .contains("create secrets", "list pods", "watch pods", "list events");
    }

    @Test
    void whatItMayNotDoIsNamed() {
        var elsewhere = limited.namespace("default").preflight(true);

        assertThatThrownBy(() -> pi("elsewhere").submitTo(elsewhere))
                .isInstanceOf(PreflightFailedException.class)
                .hasMessageContaining("create sparkapplications.sparkoperator.k8s.io")
                .hasMessageContaining("in namespace default");
        var unseen = catchThrowableOfType(
                ClusterAccessException.class, () -> pi("elsewhere").submitTo(elsewhere.preflight(false)));
        assertThat(unseen.answer().status()).isEqualTo(403);
        assertThat(unseen.hint()).contains("default");
    }

    private static void wholeLife(KubernetesCluster target) {
        var run = pi("life").submitTo(target);
        if (target.operator().equals(Optional.of(Operator.kubeflow()))) {
            run.resume();
        }
        assertThat(run.exists()).isTrue();
        assertThat(run.events()).isNotNull();
        assertThat(run.logs().lostAttempts()).isEmpty();
        assertThat(Spark.applications(target).list(ApplicationFilter.all()))
                .extracting(ListedApplication::name)
                .containsExactly("life");
        assertThat(Spark.applications(target).read("life")).isPresent();
        var again = run.restart();
        again.cancel();
        assertThat(again.await(Duration.ofMinutes(1))).isInstanceOf(Outcome.Cancelled.class);
        run.delete();
        assertThat(run.exists()).isFalse();
    }

    private static void lifeOfASchedule() {
        var schedule = Spark.schedule("often", "@hourly", pi("pi")).submitTo(limited);
        schedule.suspend();
        schedule.resume();
        assertThat(schedule.state().suspended()).isFalse();
        assertThat(Spark.applications(limited).schedules()).hasSize(1);
        assertThat(schedule.runs()).isEqualTo(List.of());
        schedule.delete();
        assertThat(Spark.applications(limited).schedule("often")).isEmpty();
    }

    private static boolean isThere(String definition) {
        return CLUSTER.client()
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName(definition)
                        .get()
                != null;
    }

    private static ApplicationSpec pi(String name) {
        return Spark.application(name)
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py");
    }
}
