package dev.kindling.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.SessionSpec;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A store of the test's own, in another namespace than the runs: its pods go and come, and rights are missing. */
@Tag("cluster")
class ForwardClusterIT {

    private static final Duration GRANTED = Duration.ofSeconds(15);
    private static final String STORE =
            "kindling-store-" + UUID.randomUUID().toString().substring(0, 8);
    private static final S3 LAKE = S3.minio("http://store." + STORE + ".svc.cluster.local:8080")
            .credentials(S3Credentials.keys("somebody", "something"))
            .fromHereByPortForward();

    @RegisterExtension
    static final RealCluster CLUSTER = new RealCluster();

    private static final SessionSpec WORDS = CLUSTER.session("words").s3(LAKE);

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        var client = CLUSTER.client();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(STORE)
                        .endMetadata()
                        .build())
                .create();
        client.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withNamespace(STORE)
                        .withName("store")
                        .endMetadata()
                        .withNewSpec()
                        .addToSelector("app", "store")
                        .addNewPort()
                        .withPort(8080)
                        .withTargetPort(new IntOrString("s3"))
                        .endPort()
                        .endSpec()
                        .build())
                .create();
        ready("one");
    }

    @AfterAll
    static void remove() {
        if (CLUSTER.client() != null) {
            CLUSTER.client().namespaces().withName(STORE).delete();
        }
    }

    @Test
    void aPodThatWentIsFollowedByAnotherAndAllUsersShareAPort() throws Exception {
        URI here;
        var again = ReachedStore.of(LAKE, CLUSTER.target());
        try (var reached = ReachedStore.of(LAKE, CLUSTER.target())) {
            assertThat(reached.store()).isEqualTo(again.store());
            here = reached.store().endpointFromHere().orElseThrow();
            assertThat(get(here).statusCode()).isEqualTo(200);
            remove("one");
            var gone = get(here);
            assertThat(gone.statusCode()).isEqualTo(502);
            assertThat(gone.body())
                    .contains(
                            "Kindling's port-forward does not reach port 8080 of service store in namespace " + STORE);
            assertThatThrownBy(() -> ReachedStore.of(LAKE, CLUSTER.target()))
                    .isInstanceOf(ClusterAccessException.class)
                    .hasMessageContaining("no pod is behind it");
            ready("two");
            again.close();
            assertThat(get(here).statusCode()).isEqualTo(200);
            ready("one");
            remove("two");
            assertThat(get(here).statusCode()).isEqualTo(200);
        }
        assertThatThrownBy(() -> get(here)).isInstanceOf(ConnectException.class);
        try (var later = ReachedStore.of(LAKE, CLUSTER.target())) {
            assertThat(later.store().endpointFromHere()).contains(here);
        }
    }

    @Test
    void theRenderedRolesAreEnoughAndEachRightIsNamed() throws Exception {
        var rbac = WORDS.rbac();
        CLUSTER.client()
                .load(new ByteArrayInputStream(rbac.toYaml(CLUSTER.namespace()).getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(object -> CLUSTER.client().resource(object).create());
        var granted = LimitedAccount.target(CLUSTER, "kindling", folder);
        await().atMost(GRANTED)
                .untilAsserted(() -> assertThat(forbidden(granted)).isEmpty());
        try (var reached = ReachedStore.of(LAKE, granted)) {
            assertThat(get(reached.store().endpointFromHere().orElseThrow()).statusCode())
                    .isEqualTo(200);
        }
        var forwards = rbac.grants().get(1);
        assertThat(forwards.namespace()).contains(STORE);
        for (var right : Right.of(forwards)) {
            var lacking = lacking(right.leaving(forwards));
            await().atMost(GRANTED).untilAsserted(() -> assertThat(forbidden(lacking))
                    .singleElement()
                    .asString()
                    .contains("may not " + right + " in namespace " + STORE + " ->")
                    .contains("spec.rbac().toYaml(\"" + CLUSTER.namespace() + "\")"));
            refusedWithoutPreflight(right, lacking);
        }
    }

    private static void refusedWithoutPreflight(Right right, KubernetesCluster lacking) throws Exception {
        if (!right.toString().endsWith("portforward")) {
            assertThatThrownBy(() -> ReachedStore.of(LAKE, lacking))
                    .isInstanceOf(ClusterAccessException.class)
                    .hasMessageContaining("403");
            return;
        }
        try (var reached = ReachedStore.of(LAKE, lacking)) {
            var answer = get(reached.store().endpointFromHere().orElseThrow());
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("HTTP 403: verbs get and create on pods/portforward are needed");
        }
    }

    private static List<String> forbidden(KubernetesCluster cluster) {
        return WORDS.preflight(cluster).findings().stream()
                .filter(finding -> finding instanceof Finding.Forbidden)
                .map(finding -> finding.what() + " -> " + finding.change().code())
                .toList();
    }

    /** The rights of a session, and these of the store's namespace. */
    private KubernetesCluster lacking(List<PolicyRule> rules) throws IOException {
        var name = "lacks-" + UUID.randomUUID().toString().substring(0, 8);
        ServiceAccounts.create(CLUSTER, name, List.of(everything()));
        CLUSTER.client()
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(STORE)
                        .withName(name)
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .create();
        CLUSTER.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(STORE)
                        .withName(name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
                        .addNewSubject(null, "ServiceAccount", name, CLUSTER.namespace())
                        .build())
                .create();
        return LimitedAccount.target(CLUSTER, name, folder);
    }

    private static PolicyRule everything() {
        return new PolicyRuleBuilder()
                .withApiGroups("*")
                .withResources("*")
                .withVerbs("*")
                .build();
    }

    private static HttpResponse<String> get(URI store) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(store.resolve("/minio/health/ready")).timeout(Duration.ofSeconds(30));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static void ready(String name) {
        var client = CLUSTER.client();
        client.resource(pod(name)).create();
        client.pods().inNamespace(STORE).withName(name).waitUntilReady(60, TimeUnit.SECONDS);
    }

    private static void remove(String name) {
        var pod = CLUSTER.client().pods().inNamespace(STORE).withName(name);
        pod.withGracePeriod(0).delete();
        pod.waitUntilCondition(gone -> gone == null, 60, TimeUnit.SECONDS);
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(STORE)
                .withName(name)
                .addToLabels("app", "store")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("minio")
                .withImage("localhost/minio:1")
                .withImagePullPolicy("Never")
                .withArgs("server", "/tmp/data", "--address", ":9000")
                .addNewPort()
                .withName("s3")
                .withContainerPort(9000)
                .endPort()
                .withNewReadinessProbe()
                .withPeriodSeconds(1)
                .withNewHttpGet()
                .withPath("/minio/health/ready")
                .withPort(new IntOrString(9000))
                .endHttpGet()
                .endReadinessProbe()
                .endContainer()
                .endSpec()
                .build();
    }
}
