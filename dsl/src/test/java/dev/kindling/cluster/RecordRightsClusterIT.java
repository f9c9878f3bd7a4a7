package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.run.Outcome;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes of each right that is taken from the Role of a session, or of an application's driver, where preflight is off: a
 * start that fails, or a run that ends and may leave something behind; {@link KeptEvidence} says when this runs.
 */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordRightsClusterIT {

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final String WATCHED_BY_KUBEFLOWS = "etl";
    private static final String WATCHED_BY_APACHES = "apache";

    @TempDir
    private Path folder;

    /** For what an account left behind by intention. */
    @AfterEach
    void removeAll() {
        CLUSTER.made().forEach(left -> CLUSTER.client().resource(left).delete());
    }

    @ParameterizedTest
    @CsvSource({
        "create,           pods,       rbac-forbidden",
        "list,             pods,       none",
        "watch,            pods,       rbac-forbidden",
        "delete,           pods,       none",
        "deletecollection, pods,       left-behind",
        "create,           configmaps, rbac-forbidden",
        "deletecollection, configmaps, left-behind",
        "create,           secrets,    rbac-forbidden",
        "delete,           secrets,    left-behind",
        "get,              pods/log,   none",
        "deletecollection, services,   none",
        "deletecollection, persistentvolumeclaims, none",
    })
    void ofASession(String verb, String resource, String cause) throws IOException {
        var grant = session().rbac().grants().get(0);
        var right = new Right("", resource, verb);
        assertThat(Right.of(grant)).contains(right);
        var target = right.missing(CLUSTER, grant, Files.createTempDirectory(folder, "lacking"));
        var bundle = "session-without-" + verb + "-" + resource.replace("/", "-");

        keep(bundle, cause, ended(session(), target.preflight(false)));
    }

    /** The second session of the same JVM: nobody has removed the config map of the first. */
    @Test
    void whatTheSessionBeforeHasLeft() throws IOException {
        var grant = session().rbac().grants().get(0);
        var target = new Right("", "configmaps", "deletecollection")
                .missing(CLUSTER, grant, Files.createTempDirectory(folder, "lacking"))
                .preflight(false);
        ended(session(), target);

        keep("session-config-map-left", "config-map-left", ended(session(), target));
    }

    /** At the end, or of a session that runs where something may not be looked at. */
    private static Diagnosis ended(SessionSpec spec, KubernetesCluster target) {
        RunningSession ended;
        try (var session = spec.startOn(target)) {
            ended = session;
            assertThat(session.spark().range(1_000).count()).isEqualTo(1_000);
            if (!session.diagnose().notKnown().isEmpty()) {
                return session.diagnose();
            }
        } catch (StartFailedException e) {
            return e.diagnosis().orElseThrow(() -> e);
        }
        return ended.diagnose();
    }

    /** In a namespace that Kubeflow's operator watches. */
    @ParameterizedTest
    @CsvSource({
        "create,           pods,                   rbac-forbidden",
        "get,              pods,                   rbac-forbidden",
        "list,             pods,                   none",
        "watch,            pods,                   rbac-forbidden",
        "delete,           pods,                   none",
        "create,           configmaps,             rbac-forbidden",
        "deletecollection, pods,                   none",
        "deletecollection, configmaps,             none",
        "deletecollection, services,               none",
        "deletecollection, persistentvolumeclaims, none",
        "list,             persistentvolumeclaims, none",
    })
    void ofADriver(String verb, String resource, String cause) throws Exception {
        driverLacking(new Right("", resource, verb), cause, Operator.kubeflow(), WATCHED_BY_KUBEFLOWS);
    }

    /** Who submits makes the driver's pod, which runs as another account. */
    @ParameterizedTest
    @CsvSource({
        "create,           pods,                   rbac-forbidden",
        "get,              pods,                   rbac-forbidden",
        "list,             pods,                   none",
        "watch,            pods,                   rbac-forbidden",
        "delete,           pods,                   none",
        "create,           configmaps,             rbac-forbidden",
        "deletecollection, pods,                   none",
        "deletecollection, configmaps,             none",
        "deletecollection, services,               none",
        "deletecollection, persistentvolumeclaims, none",
        "list,             persistentvolumeclaims, none",
    })
    void ofADriverWithoutAnOperator(String verb, String resource, String cause) throws Exception {
        driverLacking(new Right("", resource, verb), cause, Operator.none(), CLUSTER.namespace());
    }

    /** In a namespace that Apache's operator watches. Its status comes after 20 s. */
    @ParameterizedTest
    @CsvSource({
        "create,           pods,                   rbac-forbidden",
        "get,              pods,                   rbac-forbidden",
        "list,             pods,                   none",
        "watch,            pods,                   rbac-forbidden",
        "delete,           pods,                   none",
        "create,           configmaps,             rbac-forbidden",
        "deletecollection, pods,                   none",
        "deletecollection, configmaps,             none",
        "deletecollection, services,               none",
        "deletecollection, persistentvolumeclaims, none",
        "list,             persistentvolumeclaims, none",
    })
    void ofADriverOfApaches(String verb, String resource, String cause) throws Exception {
        driverLacking(new Right("", resource, verb), cause, Operator.apache(), WATCHED_BY_APACHES);
    }

    private static void driverLacking(Right right, String cause, Operator operator, String namespace) throws Exception {
        var account = "lacks-" + UUID.randomUUID().toString().substring(0, 8);
        var grant = pi(account).rbac(operator).grants().get(1);
        assertThat(Right.of(grant)).contains(right);
        var objects = ServiceAccounts.objects(account, namespace, right.leaving(grant));
        objects.forEach(object ->
                CLUSTER.client().resource(object).inNamespace(namespace).serverSideApply());
        var target = CLUSTER.target().namespace(namespace).operator(operator).preflight(false);
        var run = pi(account)
                .driver(DriverPlan.defaults().memory("512m").cpuRequest("100m").serviceAccount(account))
                .submitTo(target);
        try {
            var bundle = who(operator) + "-without-" + right.verb() + "-" + right.resource();
            if (cause.equals("none")) {
                assertThat(run.await(Duration.ofMinutes(2))).isInstanceOf(Outcome.Succeeded.class);
                keep(bundle, cause, run.diagnose());
            } else {
                keepWhenFound(bundle, cause, run::diagnose);
            }
        } finally {
            run.delete();
            objects.forEach(object ->
                    CLUSTER.client().resource(object).inNamespace(namespace).delete());
        }
    }

    private static String who(Operator operator) {
        return operator instanceof Operator.None ? "lone" : operator instanceof Operator.Apache ? "apache" : "kubeflow";
    }

    private static SessionSpec session() {
        return CLUSTER.session("case")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }

    private static ApplicationSpec pi(String name) {
        return Spark.application(name)
                .image(RealCluster.IMAGE)
                .python("local:///opt/spark/examples/src/main/python/pi.py")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m"));
    }
}
