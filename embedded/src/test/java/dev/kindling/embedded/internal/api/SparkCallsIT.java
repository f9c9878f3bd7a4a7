package dev.kindling.embedded.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of call that Spark makes, with the client Spark makes it with. */
@Tag("embedded")
@Timeout(60)
class SparkCallsIT {
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
    void aCreatedPodHasAStatus() {
        Pod pod = client.pods()
                .inNamespace("default")
                .resource(executor("status", 1))
                .create();
        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(pod.getMetadata().getUid()).isNotEmpty();
    }

    @Test
    void executorsAreDeletedByIdAndNoOthers() {
        String namespace = api.namespace("by-id");
        for (int id = 1; id <= 4; id++) {
            client.pods()
                    .inNamespace(namespace)
                    .resource(executor("exec-" + id, id))
                    .create();
        }
        client.pods()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", "app")
                .withLabelIn("spark-exec-id", "1", "3")
                .delete();
        assertThat(names(client.pods().inNamespace(namespace).list().getItems()))
                .containsExactly("exec-2", "exec-4");
    }

    @Test
    void runningPodsAreFoundByPhase() {
        String namespace = api.namespace("by-phase");
        client.pods().inNamespace(namespace).resource(executor("one", 1)).create();
        client.pods().inNamespace(namespace).resource(executor("two", 2)).create();
        client.pods().inNamespace(namespace).withName("two").editStatus(pod -> new PodBuilder(pod)
                .editOrNewStatus()
                .withPhase("Running")
                .endStatus()
                .build());
        assertThat(names(client.pods()
                        .inNamespace(namespace)
                        .withField("status.phase", "Running")
                        .withLabelNotIn("spark-exec-inactive", "true")
                        .list()
                        .getItems()))
                .containsExactly("two");
    }

    @Test
    void aWatchByLabelsSeesAPodEnterChangeAndLeave() {
        String namespace = api.namespace("watched");
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        try (var watch = client.pods()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", "app")
                .withoutLabel("spark-exec-inactive", "true")
                .watch(recorder(seen))) {
            assertThat(watch).isNotNull();
            client.pods().inNamespace(namespace).resource(executor("one", 1)).create();
            client.pods().inNamespace(namespace).withName("one").edit(pod -> new PodBuilder(pod)
                    .editMetadata()
                    .addToLabels("spark-exec-inactive", "true")
                    .endMetadata()
                    .build());
            client.pods().inNamespace(namespace).resource(executor("two", 2)).create();
            client.pods().inNamespace(namespace).withName("two").delete();
            await().untilAsserted(() ->
                    assertThat(seen).containsExactly("ADDED one", "DELETED one", "ADDED two", "DELETED two"));
        }
    }

    @Test
    void aDeletedPodOnANodeIsAnnouncedWithItsDeletionTime() {
        String namespace = api.namespace("terminating");
        Pod pod = executor("one", 1);
        pod.getSpec().setNodeName("kindling");
        Pod created = client.pods().inNamespace(namespace).resource(pod).create();
        client.pods().inNamespace(namespace).withName("one").delete();
        Pod terminating = client.pods().inNamespace(namespace).withName("one").get();
        assertThat(terminating.getMetadata().getDeletionTimestamp()).isNotEmpty();
        api.store()
                .finishDeletion(
                        dev.kindling.embedded.internal.store.ResourceTypes.PODS,
                        namespace,
                        "one",
                        created.getMetadata().getUid());
        assertThat(client.pods().inNamespace(namespace).withName("one").get()).isNull();
    }

    @Test
    void resourcesOfADriverAreAppliedAndGoWithIt() {
        String namespace = api.namespace("cluster-mode");
        Pod driver = client.pods()
                .inNamespace(namespace)
                .resource(executor("driver", 0))
                .create();
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("conf")
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withName("driver")
                        .withUid(driver.getMetadata().getUid())
                        .withController(true)
                        .build())
                .endMetadata()
                .withData(Map.of("spark.properties", "a=b"))
                .build();
        var resource = client.configMaps().inNamespace(namespace).resource(map);
        assertThat(resource.forceConflicts().serverSideApply().getData()).containsEntry("spark.properties", "a=b");
        map.setData(Map.of("other", "c"));
        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .resource(map)
                        .forceConflicts()
                        .serverSideApply()
                        .getData())
                .containsOnlyKeys("other");
        client.pods().inNamespace(namespace).withName("driver").delete();
        await().until(() -> resource.get() == null);
    }

    @Test
    void claimsServicesAndMapsAreDeletedByLabel() {
        String namespace = api.namespace("by-label");
        var claim = new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("claim")
                .addToLabels("spark-app-selector", "app")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .build();
        assertThat(client.persistentVolumeClaims()
                        .inNamespace(namespace)
                        .resource(claim)
                        .create()
                        .getStatus()
                        .getPhase())
                .isEqualTo("Bound");
        client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", "other")
                .delete();
        assertThat(client.persistentVolumeClaims().inNamespace(namespace).list().getItems())
                .hasSize(1);
        client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withLabel("spark-app-selector", "app")
                .delete();
        assertThat(client.persistentVolumeClaims().inNamespace(namespace).list().getItems())
                .isEmpty();
    }

    @Test
    void aPodsLabelIsPatched() {
        String namespace = api.namespace("patched");
        client.pods().inNamespace(namespace).resource(executor("one", 1)).create();
        Pod patched = client.pods()
                .inNamespace(namespace)
                .withName("one")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}");
        assertThat(patched.getMetadata().getLabels()).containsEntry("x", "y").containsEntry("spark-exec-id", "1");
    }

    @Test
    void anUnknownSubresourceTouchesNothing() {
        String namespace = api.namespace("unknown");
        client.pods().inNamespace(namespace).resource(executor("one", 1)).create();
        for (String path : List.of("pods/one/unknown", "pods/one/log/x", "nothings/one", "pods/one/exec")) {
            assertThatThrownBy(() -> client.raw("/api/v1/namespaces/" + namespace + "/" + path, "DELETE", null))
                    .isInstanceOf(KubernetesClientException.class);
        }
        assertThat(client.pods().inNamespace(namespace).list().getItems()).hasSize(1);
    }

    private static Pod executor(String name, int id) {
        return ApiFixture.pod(
                name,
                Map.of("spark-app-selector", "app", "spark-role", "executor", "spark-exec-id", Integer.toString(id)));
    }

    private static List<String> names(List<Pod> pods) {
        return pods.stream().map(pod -> pod.getMetadata().getName()).toList();
    }

    private static <T extends HasMetadata> Watcher<T> recorder(Queue<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, T object) {
                seen.add(action + " " + object.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("CLOSED " + cause.getMessage());
            }
        };
    }
}
