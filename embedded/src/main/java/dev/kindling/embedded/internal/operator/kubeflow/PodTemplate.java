package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.internal.driver.Role;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * The pod template of a role as Spark reads it: {@code template} of the CR and the fields that Kubeflow's webhook would
 * add to the finished pod. What the template says itself wins.
 */
final class PodTemplate {

    /** Field of the CR's section, field of the pod's spec. */
    private static final Map<String, String> POD_FIELDS = Map.of(
            "affinity", "affinity",
            "schedulerName", "schedulerName",
            "priorityClassName", "priorityClassName",
            "podSecurityContext", "securityContext",
            "dnsConfig", "dnsConfig",
            "hostAliases", "hostAliases",
            "initContainers", "initContainers",
            "tolerations", "tolerations",
            "terminationGracePeriodSeconds", "terminationGracePeriodSeconds");

    private static final Map<String, String> CONTAINER_FIELDS = Map.of(
            "env", "env",
            "envFrom", "envFrom",
            "lifecycle", "lifecycle",
            "securityContext", "securityContext",
            "volumeMounts", "volumeMounts");

    private PodTemplate() {}

    /** Those of both roles, where there is one. */
    static Map<Role, JsonNode> of(Application application) {
        var templates = new EnumMap<Role, JsonNode>(Role.class);
        for (var role : Role.values()) {
            of(application, role).ifPresent(template -> templates.put(role, template));
        }
        return templates;
    }

    /** Empty when neither a template nor such a field is there. */
    static Optional<ObjectNode> of(Application application, Role role) {
        var section = application.section(role);
        var spec = copy(section.at("/template/spec"));
        var container = mainContainer(spec, role);
        POD_FIELDS.forEach((from, to) -> add(spec, to, section.path(from)));
        CONTAINER_FIELDS.forEach((from, to) -> add(container, to, section.path(from)));
        section.path("sidecars").forEach(spec.withArray("containers")::add);
        configMaps(section, spec, container);
        volumes(application, container, spec);
        var metadata = copy(section.at("/template/metadata"));
        var nothingSaid =
                spec.size() == 1 && spec.path("containers").size() == 1 && container.size() == 1 && metadata.isEmpty();
        return nothingSaid ? Optional.empty() : pod(metadata, spec);
    }

    private static Optional<ObjectNode> pod(ObjectNode metadata, ObjectNode spec) {
        var pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.set("metadata", metadata);
        pod.set("spec", spec);
        return Optional.of(pod);
    }

    /** The one with Spark's name, else the first (Spark's rule), else a new one. */
    private static ObjectNode mainContainer(ObjectNode spec, Role role) {
        var containers = spec.withArray("containers");
        for (var container : containers) {
            if (role.container().equals(container.path("name").asText())) {
                return (ObjectNode) container;
            }
        }
        var main = containers.isEmpty() ? containers.addObject() : (ObjectNode) containers.get(0);
        return main.put("name", role.container());
    }

    private static void add(ObjectNode target, String field, JsonNode value) {
        if (value.isArray() && !value.isEmpty()) {
            value.forEach(target.withArray(field)::add);
        } else if (!value.isMissingNode() && !value.isNull() && !value.isArray() && !target.has(field)) {
            target.set(field, value);
        }
    }

    private static void configMaps(JsonNode section, ObjectNode spec, ObjectNode container) {
        for (var configMap : section.path("configMaps")) {
            var name = configMap.path("name").asText();
            var volume = spec.withArray("volumes").addObject().put("name", name + "-vol");
            volume.putObject("configMap").put("name", name);
            container
                    .withArray("volumeMounts")
                    .addObject()
                    .put("name", name + "-vol")
                    .put("mountPath", configMap.path("path").asText());
        }
    }

    /** Volumes stand once in the CR, for both roles: a pod gets those that it mounts. */
    private static void volumes(Application application, ObjectNode container, ObjectNode spec) {
        var mounted = new HashSet<String>();
        container
                .path("volumeMounts")
                .forEach(mount -> mounted.add(mount.path("name").asText()));
        for (var volume : application.spec().path("volumes")) {
            if (mounted.contains(volume.path("name").asText())) {
                spec.withArray("volumes").add(volume);
            }
        }
    }

    private static ObjectNode copy(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
