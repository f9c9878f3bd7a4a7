package dev.kindling.embedded.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The API as any client sees it. */
@Tag("embedded")
@Timeout(60)
class ApiServerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ApiFixture api;
    private static KubernetesClient client;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void objectsAreCreatedReplacedAndDeleted() {
        var maps = client.configMaps().inNamespace(api.namespace("crud"));
        ConfigMap created = maps.resource(map("a", "1")).create();
        assertThatThrownBy(() -> maps.resource(map("a", "1")).create()).satisfies(e -> assertCode(e, 409));
        created.setData(Map.of("k", "2"));
        maps.resource(created).update();
        assertThatThrownBy(() -> maps.resource(created)
                        .lockResourceVersion(created.getMetadata().getResourceVersion())
                        .update())
                .satisfies(e -> assertCode(e, 409));
        assertThat(maps.withName("a").get().getData()).containsEntry("k", "2");
        assertThat(maps.withName("a").delete()).hasSize(1);
        assertThat(maps.withName("a").get()).isNull();
    }

    @Test
    void dryRunsLeaveNothing() {
        String namespace = api.namespace("dry");
        client.configMaps()
                .inNamespace(namespace)
                .resource(map("a", "1"))
                .dryRun()
                .create();
        assertThat(client.configMaps().inNamespace(namespace).list().getItems()).isEmpty();
    }

    @Test
    void longListsComeInPages() {
        String namespace = api.namespace("pages");
        IntStream.range(0, 5).forEach(i -> client.configMaps()
                .inNamespace(namespace)
                .resource(map("m" + i, "x"))
                .create());
        var first = client.configMaps()
                .inNamespace(namespace)
                .list(new ListOptionsBuilder().withLimit(3L).build());
        assertThat(first.getItems()).hasSize(3);
        assertThat(first.getMetadata().getRemainingItemCount()).isEqualTo(2);
        var second = client.configMaps()
                .inNamespace(namespace)
                .list(new ListOptionsBuilder()
                        .withLimit(3L)
                        .withContinue(first.getMetadata().getContinue())
                        .build());
        assertThat(second.getItems())
                .extracting(item -> item.getMetadata().getName())
                .containsExactly("m3", "m4");
    }

    @Test
    void theStatusOfACustomResourceIsWrittenApart() {
        var context = new ResourceDefinitionContext.Builder()
                .withGroup("sparkoperator.k8s.io")
                .withVersion("v1beta2")
                .withKind("SparkApplication")
                .withPlural("sparkapplications")
                .withNamespaced(true)
                .build();
        var apps = client.genericKubernetesResources(context).inNamespace(api.namespace("custom"));
        GenericKubernetesResource app = new GenericKubernetesResource();
        app.setApiVersion("sparkoperator.k8s.io/v1beta2");
        app.setKind("SparkApplication");
        app.setMetadata(map("app", "").getMetadata());
        var spec = Map.<String, Object>of(
                "type", "Java",
                "sparkVersion", "4.1.1",
                "mainApplicationFile", "local:///app.jar",
                "driver", Map.of("cores", 1),
                "executor", Map.of("cores", 1));
        var running = Map.of("applicationState", Map.of("state", "RUNNING"), "driverInfo", Map.of("podName", "app"));
        app.setAdditionalProperties(Map.of("spec", spec, "status", running));
        assertThat(apps.resource(app).create().getAdditionalProperties()).doesNotContainKey("status");
        apps.withName("app").editStatus(current -> {
            current.setAdditionalProperty("status", running);
            current.setAdditionalProperty("spec", Map.of("type", "ignored"));
            return current;
        });
        GenericKubernetesResource stored = apps.withName("app").get();
        assertThat(stored.getAdditionalProperties()).containsEntry("status", running);
        assertThat(stored.<String>get("spec", "type")).isEqualTo("Java");
    }

    @Test
    void informersFollow() {
        String namespace = api.namespace("informed");
        try (var informer = client.configMaps().inNamespace(namespace).inform()) {
            client.configMaps().inNamespace(namespace).resource(map("a", "1")).create();
            await().until(() -> informer.getStore().list().size() == 1);
            client.configMaps().inNamespace(namespace).withName("a").delete();
            await().until(() -> informer.getStore().list().isEmpty());
        }
    }

    @Test
    void whoMayAskIsTold() throws Exception {
        JsonNode review = JSON.readTree(client.raw(
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                "POST",
                Map.of("spec", Map.of("resourceAttributes", Map.of("verb", "create", "resource", "pods")))));
        assertThat(review.at("/status/allowed").asBoolean()).isTrue();
    }

    @Test
    void evictionDeletes() {
        String namespace = api.namespace("evicted");
        client.pods()
                .inNamespace(namespace)
                .resource(ApiFixture.pod("p", Map.of()))
                .create();
        assertThat(client.pods().inNamespace(namespace).withName("p").evict()).isTrue();
        assertThat(client.pods().inNamespace(namespace).withName("p").get()).isNull();
    }

    @Test
    void everythingDescribedIsServed() throws Exception {
        for (JsonNode group : JSON.readTree(client.raw("/apis")).path("groups")) {
            String version = group.at("/preferredVersion/groupVersion").asText();
            assertThat(JSON.readTree(client.raw("/apis/" + version)).path("resources"))
                    .isNotEmpty();
        }
        List<String> core =
                JSON.readTree(client.raw("/api/v1")).path("resources").findValuesAsText("name");
        assertThat(core).contains("pods", "pods/log", "pods/status", "configmaps", "events", "namespaces");
        assertThat(JSON.readTree(client.raw("/version")).path("major").asText()).isEqualTo("1");
    }

    private static ConfigMap map(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(Map.of("k", value))
                .build();
    }

    private static void assertCode(Throwable thrown, int code) {
        assertThat(((KubernetesClientException) thrown).getCode()).isEqualTo(code);
    }
}
