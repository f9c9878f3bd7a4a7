package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Fills in what a cluster fills in where Spark, kubectl or the kubelet here look for it. */
final class Defaults implements Admission {
    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (type.equals(ResourceTypes.PODS)) {
            PodDefaults.fill(object);
        } else if (type.equals(ResourceTypes.NAMESPACES)) {
            namespace(object);
        } else if (type.equals(ResourceTypes.SERVICES)) {
            service(object);
        } else if (type.equals(ResourceTypes.CLAIMS)) {
            claim(object);
        } else if (type.equals(ResourceTypes.DEFINITIONS)) {
            DefinitionDefaults.fill(object);
        }
        secret(type, object);
    }

    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        secret(type, changed);
    }

    private static void namespace(ObjectNode object) {
        object.withObject("/spec").putArray("finalizers").add("kubernetes");
        object.withObject("/status").put("phase", "Active");
        object.withObject("/metadata/labels").put("kubernetes.io/metadata.name", Meta.name(object));
    }

    private static void service(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec");
        putIfAbsent(spec, "type", "ClusterIP");
        putIfAbsent(spec, "sessionAffinity", "None");
        for (JsonNode port : spec.path("ports")) {
            putIfAbsent((ObjectNode) port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
        }
        object.putObject("status").putObject("loadBalancer");
    }

    /** Bound at once: its volume is a folder that is made when a pod first mounts it. */
    private static void claim(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec");
        putIfAbsent(spec, "volumeMode", "Filesystem");
        putIfAbsent(spec, "volumeName", "pvc-" + Meta.uid(object));
        ObjectNode status = object.putObject("status").put("phase", "Bound");
        status.set("accessModes", spec.withArray("accessModes"));
        status.putObject("capacity")
                .set("storage", spec.path("resources").path("requests").path("storage"));
    }

    private static void secret(ResourceType type, ObjectNode object) {
        if (!type.equals(ResourceTypes.SECRETS)) {
            return;
        }
        putIfAbsent(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = object.withObject("/data");
            texts.properties()
                    .forEach(text ->
                            data.put(text.getKey(), base64(text.getValue().asText())));
        }
    }

    static void putIfAbsent(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
