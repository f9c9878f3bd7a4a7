package dev.kindling.embedded.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A store and a kubelet, without the HTTP server. */
final class KubeletHarness implements AutoCloseable {

    static final String NAMESPACE = "default";

    private final ObjectStore store = new ObjectStore(Admission.NONE);
    private final Path state = Files.createTempDirectory("kubelet-test");
    private final Kubelet kubelet;

    KubeletHarness(UnaryOperator<KubeletConfig> options) throws IOException {
        var config = KubeletConfig.of(state, URI.create("https://127.0.0.1:1"), "token", "certificate")
                .archiveFolder(Optional.empty());
        kubelet = Kubelet.start(store, options.apply(config));
    }

    Path state() {
        return state;
    }

    /** A pod that runs a shell script and is not started again. */
    static PodBuilder script(String name, String script) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withContainers(new ContainerBuilder()
                        .withName("main")
                        .withImage("kindling/spark:test")
                        .withCommand("sh", "-c", script)
                        .build())
                .endSpec();
    }

    void create(HasMetadata object) {
        var type = ResourceTypes.builtIn().stream()
                .filter(known -> known.kind().equals(object.getKind()))
                .findFirst()
                .orElseThrow();
        store.create(type, new KubernetesSerialization().convertValue(object, ObjectNode.class));
    }

    void delete(String pod, DeleteOptions options) {
        store.delete(ResourceTypes.PODS, NAMESPACE, pod, options);
    }

    Optional<Pod> pod(String name) {
        return store.get(ResourceTypes.PODS, NAMESPACE, name).map(ClusterObjects::pod);
    }

    PersistentVolumeClaim claim(String name) {
        return new ClusterObjects(store).requireClaim(NAMESPACE, name);
    }

    Pod await(String name, Predicate<Pod> condition) {
        return Awaitility.await(name)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pod(name), found -> found.filter(condition).isPresent())
                .orElseThrow();
    }

    Pod awaitPhase(String name, String phase) {
        return await(
                name,
                pod -> pod.getStatus() != null && phase.equals(pod.getStatus().getPhase()));
    }

    void awaitGone(String name) {
        Awaitility.await(name).atMost(Duration.ofSeconds(30)).until(() -> pod(name)
                .isEmpty());
    }

    /** The texts of the log, without times. */
    String log(String pod) {
        var log = kubelet.logs().find(NAMESPACE, pod, "main").orElseThrow();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(log::complete);
        try (var lines = Files.lines(log.file())) {
            return lines.map(line -> line.split(" ", 4)[3]).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> events(String pod) {
        return store.list(ResourceTypes.EVENTS, NAMESPACE).objects().stream()
                .filter(event ->
                        event.path("involvedObject").path("name").asText().equals(pod))
                .map(event -> event.path("reason").asText() + ": "
                        + event.path("message").asText())
                .toList();
    }

    Kubelet kubelet() {
        return kubelet;
    }

    @Override
    public void close() {
        kubelet.close();
    }
}
