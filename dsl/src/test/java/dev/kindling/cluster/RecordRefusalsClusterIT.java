package dev.kindling.cluster;

import static dev.kindling.cluster.KeptEvidence.keepWhenFound;
import static org.awaitility.Awaitility.await;

import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that run, lose an executor and are refused another; {@link KeptEvidence} says when this runs. */
@Tag("cluster")
@EnabledIfSystemProperty(named = KeptEvidence.PROPERTY, matches = "write")
class RecordRefusalsClusterIT {

    private static final String SLOT = "kindling.dev/slot";

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    @TempDir
    private Path folder;

    @BeforeAll
    static void account() throws Exception {
        LimitedAccount.apply(CLUSTER);
    }

    @Test
    void refusedByTheNamespaceAndByTheCluster() throws Exception {
        try (var session = CLUSTER.session("case").startOn(CLUSTER.target())) {
            refused(
                    session,
                    "session-limit-range",
                    "limit-range",
                    """
                    {"apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "small"},
                     "spec": {"limits": [{"type": "Container", "max": {"memory": "256Mi"}}]}}
                    """);
            refused(
                    session,
                    "session-policy",
                    "policy-refused",
                    """
                    {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingAdmissionPolicy",
                     "metadata": {"name": "kindling-owners"},
                     "spec": {"matchConstraints": {"resourceRules": [{"apiGroups": [""], "apiVersions": ["v1"],
                       "operations": ["CREATE"], "resources": ["pods"]}]},
                       "validations": [{"expression": "'owner' in object.metadata.labels",
                         "message": "pods of this cluster carry the label owner"}]}}
                    """,
                    """
                    {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingAdmissionPolicyBinding",
                     "metadata": {"name": "kindling-owners"},
                     "spec": {"policyName": "kindling-owners", "validationActions": ["Deny"], "matchResources":
                       {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "%s"}}}}}
                    """
                            .formatted(CLUSTER.namespace()));
            refused(
                    session,
                    "session-webhook-down",
                    "webhook-down",
                    """
                    {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingWebhookConfiguration",
                     "metadata": {"name": "kindling-absent"},
                     "webhooks": [{"name": "pods.kindling.example", "admissionReviewVersions": ["v1"],
                       "sideEffects": "None", "failurePolicy": "Fail", "clientConfig": {"url": "https://127.0.0.1:1/"},
                       "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "%s"}},
                       "rules": [{"apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE"],
                         "resources": ["pods"]}]}]}
                    """
                            .formatted(CLUSTER.namespace()));
            CLUSTER.security("restricted");
            loseOne();
            keepWhenFound("session-pod-security", "pod-security", session::diagnose);
            CLUSTER.security(null);
            whole(session);
        }
    }

    @Test
    void drained() throws Exception {
        try (var session = CLUSTER.session("case").startOn(CLUSTER.target())) {
            CLUSTER
                    .client()
                    .pods()
                    .inNamespace(CLUSTER.namespace())
                    .withLabel("spark-role", "executor")
                    .list()
                    .getItems()
                    .stream()
                    .limit(1)
                    .forEach(pod -> CLUSTER.client().pods().resource(pod).evict());
            keepWhenFound("session-drained", "drained", session::diagnose);
        }
    }

    @Test
    void preempted() throws Exception {
        slots("1");
        var important = CLUSTER.client()
                .resource(
                        """
                        {"apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass", "value": 1000,
                         "metadata": {"name": "kindling-important"}}
                        """)
                .create();
        var inSlot = PodPlan.none().template(RecordRefusalsClusterIT::takingASlot);
        var spec = CLUSTER.session("case")
                .executors(ExecutorPlan.of(1).memory("512m").cpuRequest("100m").pod(inSlot));
        try (var session = spec.startOn(CLUSTER.target())) {
            CLUSTER.client()
                    .resource(takingASlot(new PodBuilder()
                                    .withNewMetadata()
                                    .withName("important")
                                    .endMetadata()
                                    .withNewSpec()
                                    .withPriorityClassName("kindling-important")
                                    .addNewContainer()
                                    .withName("spark-kubernetes-executor")
                                    .withImage(RealCluster.IMAGE)
                                    .withCommand("sleep", "60")
                                    .endContainer()
                                    .endSpec())
                            .build())
                    .inNamespace(CLUSTER.namespace())
                    .create();
            keepWhenFound("session-preempted", "preempted", session::diagnose);
        } finally {
            CLUSTER.client().resource(important).delete();
            slots(null);
        }
    }

    @Test
    void aTokenThatHasExpired() throws Exception {
        var secret = CLUSTER.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("case-token")
                        .withNamespace(CLUSTER.namespace())
                        .endMetadata()
                        .build())
                .create();
        var token = ServiceAccounts.tokenBoundTo(CLUSTER, LimitedAccount.NAME, secret);
        var kubeconfig = Kubeconfig.of(CLUSTER).token(token).write(folder);
        var target = KubernetesCluster.kubeconfig(kubeconfig)
                .namespace(CLUSTER.namespace())
                .driverHost(CLUSTER.driverHost());
        try (var session = CLUSTER.session("case").startOn(target)) {
            CLUSTER.client().resource(secret).delete();
            keepWhenFound("session-token-expired", "not-logged-in", session::diagnose);
        } finally {
            // What the session may no longer delete; the next one of this JVM has a config map of the same name.
            CLUSTER.made().forEach(left -> CLUSTER.client().resource(left).delete());
        }
    }

    @Test
    void aNamespaceThatIsBeingDeleted() throws Exception {
        var name = CLUSTER.namespace() + "-going";
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        CLUSTER.client().resource(namespace).create();
        var kept = CLUSTER.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("kept")
                        .withNamespace(name)
                        .withFinalizers("kindling.dev/kept")
                        .endMetadata()
                        .build());
        kept.create();
        try (var session = CLUSTER.session("case").startOn(CLUSTER.target().namespace(name))) {
            CLUSTER.client().resource(namespace).delete();
            keepWhenFound("session-namespace-terminating", "namespace-terminating", session::diagnose);
        } finally {
            kept.edit(map -> new ConfigMapBuilder(map)
                    .editMetadata()
                    .withFinalizers()
                    .endMetadata()
                    .build());
        }
    }

    private static void refused(RunningSession session, String bundle, String cause, String... objects)
            throws Exception {
        for (String object : objects) {
            CLUSTER.client().resource(object).inNamespace(CLUSTER.namespace()).create();
        }
        try {
            loseOne();
            keepWhenFound(bundle, cause, session::diagnose);
        } finally {
            for (String object : objects) {
                HasMetadata made = CLUSTER.client().resource(object).item();
                CLUSTER.client().resource(made).inNamespace(CLUSTER.namespace()).delete();
            }
        }
        whole(session);
    }

    private static void loseOne() {
        CLUSTER
                .client()
                .pods()
                .inNamespace(CLUSTER.namespace())
                .withLabel("spark-role", "executor")
                .list()
                .getItems()
                .stream()
                .limit(1)
                .forEach(
                        pod -> CLUSTER.client().resource(pod).withGracePeriod(0).delete());
    }

    private static void whole(RunningSession session) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> session.executors().stream()
                                .filter(each -> each.state() == ExecutorStatus.State.REGISTERED)
                                .count()
                        == 2);
    }

    /** A resource of its own, as administrators may announce one of a node: nothing else is in its way. */
    private static void slots(String number) {
        var node =
                CLUSTER.client().nodes().list().getItems().get(0).getMetadata().getName();
        var value = number == null ? "null" : "\"" + number + "\"";
        CLUSTER.client()
                .nodes()
                .withName(node)
                .subresource("status")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"status\":{\"capacity\":{\"" + SLOT + "\":" + value + "},\"allocatable\":{\"" + SLOT + "\":"
                                + value + "}}}");
    }

    private static PodBuilder takingASlot(PodBuilder pod) {
        return pod.editOrNewSpec()
                .editFirstContainer()
                .editOrNewResources()
                .addToRequests(Map.of(SLOT, new Quantity("1")))
                .addToLimits(Map.of(SLOT, new Quantity("1")))
                .endResources()
                .endContainer()
                .endSpec();
    }
}
