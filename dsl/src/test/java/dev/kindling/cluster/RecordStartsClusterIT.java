package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keep;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kindling.SessionSpec;
import dev.kindling.diagnosis.StartFailedException;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

    /** Preflight would say so before; here the start meets it. */
    @Test
    void refusedAtTheStart(@TempDir Path folder) throws Exception {
        try (var webhook = new DenyingWebhook(folder)) {
            refused("session-start-webhook", "webhook-refused", webhook.configuration(CLUSTER.namespace()));
        }
        refused(
                "session-start-limit-range",
                "limit-range",
                """
                {"apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "small"},
                 "spec": {"limits": [{"type": "Container", "max": {"memory": "256Mi"}}]}}
                """);
        refused(
                "session-start-quota-of-limits",
                "quota-needs-limits",
                """
                {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "limits"},
                 "spec": {"hard": {"limits.cpu": "4"}}}
                """);
        CLUSTER.security("restricted");
        record(
                "session-start-pod-security",
                "pod-security",
                session(),
                CLUSTER.target().preflight(false));
        CLUSTER.security(null);
    }

    private static void refused(String bundle, String cause, String object) {
        var made = CLUSTER.client()
                .resource(object)
                .inNamespace(CLUSTER.namespace())
                .create();
        try {
            record(bundle, cause, session(), CLUSTER.target().preflight(false));
        } finally {
            CLUSTER.client().resource(made).delete();
        }
    }

    @Test
    void aClaimThatNobodyProvides() {
        var claim = CLUSTER.client()
                .resource(
                        """
                        {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "nowhere"},
                         "spec": {"accessModes": ["ReadWriteOnce"], "storageClassName": "kindling-absent",
                           "resources": {"requests": {"storage": "1Gi"}}}}
                        """)
                .inNamespace(CLUSTER.namespace())
                .create();
        record(
                "session-claim-unbound",
                "claim-unbound",
                session()
                        .pods(PodPlan.none().volume(Volume.claim("nowhere").at("/data")))
                        .startTimeout(Duration.ofSeconds(20)));
        CLUSTER.client().resource(claim).delete();
    }

    /** Its image's user is another, but the pod says so itself. */
    @Test
    void aContainerThatTheKubeletDoesNotMake() {
        var asRoot = PodPlan.none().template(pod -> pod.editOrNewSpec()
                .editOrNewSecurityContext()
                .withRunAsUser(0L)
                .withRunAsNonRoot(true)
                .endSecurityContext()
                .endSpec());
        record("session-container-refused", "container-refused", session().pods(asRoot));
    }

    /** The filler leaves less than an executor asks for, which alone would fit. */
    @Test
    void aNodeThatIsFullNow() {
        var filler = new PodBuilder()
                .withNewMetadata()
                .withName("filler")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("filler")
                .withImage(RealCluster.IMAGE)
                .withCommand("sleep", "60")
                .withNewResources()
                .addToRequests("cpu", new Quantity("1"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        var running = CLUSTER.client().resource(filler).inNamespace(CLUSTER.namespace());
        running.create();
        try {
            running.waitUntilReady(1, TimeUnit.MINUTES);
            record(
                    "session-full-now",
                    "unschedulable-cpu",
                    session()
                            .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("1"))
                            .startTimeout(Duration.ofSeconds(20)));
        } finally {
            running.withGracePeriod(0).delete();
        }
    }

    /** The garbage collector of pods looks for nodes that are gone every 20 s, and waits for 40 s. */
    @Test
    void aNodeThatIsTakenAway() {
        try (var node = BareNode.make(CLUSTER, "gone", 110, List.of())) {
            var spec = session().pods(node.chosen()).startTimeout(Duration.ofSeconds(100));
            var starting = CompletableFuture.runAsync(() -> record("session-node-lost", "node-lost", spec));
            await().atMost(Duration.ofSeconds(30)).until(node::hasAPod);
            node.remove();
            starting.join();
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
        record(bundle, cause, spec, CLUSTER.target());
    }

    private static void record(String bundle, String cause, SessionSpec spec, KubernetesCluster target) {
        var failure = catchThrowableOfType(
                StartFailedException.class, () -> spec.startOn(target).close());
        keep(bundle, cause, failure.diagnosis().orElseThrow());
    }
}
