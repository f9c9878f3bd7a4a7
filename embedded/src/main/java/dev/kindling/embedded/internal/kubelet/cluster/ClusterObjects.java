package dev.kindling.embedded.internal.kubelet.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Typed access to the store. Thread-safe. */
public final class ClusterObjects {

    private final ObjectStore store;

    public ClusterObjects(ObjectStore store) {
        this.store = store;
    }

    public static Pod pod(ObjectNode object) {
        return Json.MAPPER.convertValue(object, Pod.class);
    }

    /** The texts of a config map; its binary entries are decoded. */
    public Optional<Map<String, byte[]>> configMap(String namespace, String name) {
        return find(ResourceTypes.CONFIG_MAPS, namespace, name, ConfigMap.class).map(map -> {
            var entries = new LinkedHashMap<String, byte[]>();
            texts(map.getData(), entries);
            binaries(map.getBinaryData(), entries);
            return entries;
        });
    }

    public Map<String, byte[]> requireConfigMap(String namespace, String name) {
        return configMap(namespace, name).orElseThrow(() -> MissingObjectException.of("configmap", name));
    }

    public Optional<Map<String, byte[]>> secret(String namespace, String name) {
        return find(ResourceTypes.SECRETS, namespace, name, Secret.class).map(secret -> {
            var entries = new LinkedHashMap<String, byte[]>();
            binaries(secret.getData(), entries);
            texts(secret.getStringData(), entries);
            return entries;
        });
    }

    public Map<String, byte[]> requireSecret(String namespace, String name) {
        return secret(namespace, name).orElseThrow(() -> MissingObjectException.of("secret", name));
    }

    public PersistentVolumeClaim requireClaim(String namespace, String name) {
        return find(ResourceTypes.CLAIMS, namespace, name, PersistentVolumeClaim.class)
                .orElseThrow(() -> MissingObjectException.of("persistentvolumeclaim", name));
    }

    public void createIfAbsent(PersistentVolumeClaim claim) {
        var metadata = claim.getMetadata();
        if (store.get(ResourceTypes.CLAIMS, metadata.getNamespace(), metadata.getName())
                .isEmpty()) {
            store.create(ResourceTypes.CLAIMS, Json.MAPPER.convertValue(claim, ObjectNode.class));
        }
    }

    /** Says that the claim has its folder; a pod's start is the moment it gets one. */
    public void bind(PersistentVolumeClaim claim) {
        var metadata = claim.getMetadata();
        store.update(ResourceTypes.CLAIMS, metadata.getNamespace(), metadata.getName(), object -> {
            object.withObject("/status").put("phase", "Bound");
            return object;
        });
    }

    public List<Service> services() {
        return store.list(ResourceTypes.SERVICES, "").objects().stream()
                .map(object -> Json.MAPPER.convertValue(object, Service.class))
                .toList();
    }

    /** Says on which node the pod is. Nothing happens if it is gone. */
    public void bind(Pod pod, String node) {
        change(pod, object -> object.withObject("/spec").put("nodeName", node));
    }

    /** Nothing happens if the pod is gone. */
    public void status(Pod pod, PodStatus status) {
        change(pod, object -> object.set("status", Json.MAPPER.convertValue(status, ObjectNode.class)));
    }

    /** The pod never ran and never will. Nothing happens if it is gone. */
    public void failed(ObjectNode pod, String reason, String message) {
        ifStillThere(() -> store.update(ResourceTypes.PODS, Meta.namespace(pod), Meta.name(pod), object -> {
            if (Meta.uid(object).equals(Meta.uid(pod))) {
                object.withObject("/status")
                        .put("phase", "Failed")
                        .put("reason", reason)
                        .put("message", message);
            }
            return object;
        }));
    }

    /** A terminating pod has ended. */
    public void finishDeletion(Pod pod) {
        var metadata = pod.getMetadata();
        store.finishDeletion(ResourceTypes.PODS, metadata.getNamespace(), metadata.getName(), metadata.getUid());
    }

    /** Removes a pod whose processes are gone; nothing happens if its object is gone, too. */
    public void remove(Pod pod) {
        var metadata = pod.getMetadata();
        ifStillThere(() -> store.delete(
                ResourceTypes.PODS,
                metadata.getNamespace(),
                metadata.getName(),
                DeleteOptions.DEFAULT.gracePeriod(0).onlyUid(metadata.getUid())));
    }

    void createEvent(ObjectNode event) {
        store.create(ResourceTypes.EVENTS, event);
    }

    private void change(Pod pod, Consumer<ObjectNode> change) {
        var metadata = pod.getMetadata();
        ifStillThere(() -> store.update(ResourceTypes.PODS, metadata.getNamespace(), metadata.getName(), object -> {
            if (object.path("metadata").path("uid").asText().equals(metadata.getUid())) {
                change.accept(object);
            }
            return object;
        }));
    }

    /** Gone, or another object of the same name by now: nothing to do. */
    private static void ifStillThere(Runnable request) {
        try {
            request.run();
        } catch (StatusException e) {
            if (e.code() != 404 && e.code() != 409) {
                throw e;
            }
        }
    }

    private <T> Optional<T> find(ResourceType type, String namespace, String name, Class<T> as) {
        return store.get(type, namespace, name).map(object -> Json.MAPPER.convertValue(object, as));
    }

    private static void texts(Map<String, String> from, Map<String, byte[]> to) {
        if (from != null) {
            from.forEach((key, text) -> to.put(key, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void binaries(Map<String, String> from, Map<String, byte[]> to) {
        if (from != null) {
            from.forEach((key, coded) -> to.put(key, Base64.getDecoder().decode(coded)));
        }
    }

    /** Made with the first pod: it reads the services of every jar, which a start need not wait for. */
    private static final class Json {
        private static final KubernetesSerialization MAPPER = new KubernetesSerialization();
    }
}
