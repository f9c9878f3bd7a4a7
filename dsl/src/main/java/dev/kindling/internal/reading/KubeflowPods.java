package dev.kindling.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.value.PodPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What Kubeflow's webhook does to the pods of a role ({@code sparkpod_defaulter.go} of 2.5.2), as the pod template that
 * comes to the same without a webhook. Plain environment is said by the plan itself.
 */
final class KubeflowPods {
    /** Field of a role, and where it belongs in a pod. */
    private static final Map<String, String> OF_POD = Map.ofEntries(
            Map.entry("affinity", "affinity"),
            Map.entry("dnsConfig", "dnsConfig"),
            Map.entry("hostAliases", "hostAliases"),
            Map.entry("hostNetwork", "hostNetwork"),
            Map.entry("initContainers", "initContainers"),
            Map.entry("podSecurityContext", "securityContext"),
            Map.entry("priorityClassName", "priorityClassName"),
            Map.entry("schedulerName", "schedulerName"),
            Map.entry("shareProcessNamespace", "shareProcessNamespace"),
            Map.entry("terminationGracePeriodSeconds", "terminationGracePeriodSeconds"),
            Map.entry("tolerations", "tolerations"));

    private static final List<String> OF_CONTAINER = List.of("envFrom", "lifecycle", "ports", "securityContext");

    private final Source spec;
    private final Source role;
    private final ObjectNode template;
    private final ObjectNode pod;
    private final ObjectNode container;
    private PodPlan plan = PodPlan.none();

    private KubeflowPods(Source spec, String role) {
        this.spec = spec;
        this.role = spec.field(role);
        var written = this.role.field("template").take();
        this.template = written instanceof ObjectNode object ? object.deepCopy() : object();
        this.pod = template.withObject("/spec");
        this.container = sparkContainer("spark-kubernetes-" + role);
    }

    static PodPlan read(Source spec, String role) {
        return new KubeflowPods(spec, role).plan();
    }

    private PodPlan plan() {
        OF_POD.forEach((field, name) -> put(pod, name, role.field(field)));
        if (pod.path("hostNetwork").asBoolean() && !pod.has("dnsPolicy")) {
            pod.put("dnsPolicy", "ClusterFirstWithHostNet"); // as the webhook does
        }
        OF_CONTAINER.forEach(field -> put(container, field, role.field(field)));
        for (var sidecar : role.field("sidecars").items()) {
            pod.withArray("/containers").add(sidecar.take());
        }
        role.field("env").items().forEach(this::env);
        role.field("volumeMounts")
                .items()
                .forEach(mount -> container.withArray("/volumeMounts").add(mount.take()));
        volumes();
        role.field("configMaps").items().forEach(this::configMap);
        gpu();
        return isMore() ? plan.template(new ReadTemplate(template)) : plan;
    }

    /** Spark takes the container with its own name, else the first. */
    private ObjectNode sparkContainer(String name) {
        var containers = pod.withArray("/containers");
        for (var each : containers) {
            if (each.path("name").asText().equals(name)) {
                return (ObjectNode) each;
            }
        }
        if (!containers.isEmpty() && containers.get(0) instanceof ObjectNode first) {
            return first;
        }
        return containers.addObject().put("name", name);
    }

    private static void put(ObjectNode to, String name, Source field) {
        if (!field.isThere()) {
            return;
        }
        var value = field.take();
        if (value instanceof ArrayNode items && to.path(name) instanceof ArrayNode there) {
            there.addAll(items);
        } else {
            to.set(name, value);
        }
    }

    private void env(Source variable) {
        var name = variable.field("name").node().asText();
        var from = variable.node().path("valueFrom");
        try {
            if (variable.node().has("value")) {
                plan = plan.env(name, variable.node().path("value").asText());
            } else if (isPlain(from.path("secretKeyRef")) && from.size() == 1) {
                var ref = from.path("secretKeyRef");
                plan = plan.secretEnv(
                        name, ref.path("name").asText(), ref.path("key").asText());
            } else if (isPlain(from.path("configMapKeyRef")) && from.size() == 1) {
                var ref = from.path("configMapKeyRef");
                plan = plan.configMapEnv(
                        name, ref.path("name").asText(), ref.path("key").asText());
            } else {
                container.withArray("/env").add(variable.node());
            }
        } catch (IllegalArgumentException e) {
            container.withArray("/env").add(variable.node()); // a name that no plan takes
        }
        variable.take();
    }

    private static boolean isPlain(JsonNode reference) {
        return reference.size() == 2 && reference.has("name") && reference.has("key");
    }

    /** The webhook adds only those that the role mounts. */
    private void volumes() {
        var mounted = new HashSet<String>();
        container
                .path("volumeMounts")
                .forEach(mount -> mounted.add(mount.path("name").asText()));
        for (var volume : spec.field("volumes").items()) {
            if (mounted.contains(volume.node().path("name").asText())) {
                pod.withArray("/volumes").add(volume.take());
            }
        }
    }

    private void configMap(Source source) {
        var name = source.field("name").take().asText();
        var volume = name + "-vol";
        pod.withArray("/volumes")
                .addObject()
                .put("name", volume)
                .putObject("configMap")
                .put("name", name);
        container
                .withArray("/volumeMounts")
                .addObject()
                .put("name", volume)
                .put("mountPath", source.field("path").take().asText());
    }

    private void gpu() {
        var gpu = role.field("gpu");
        if (gpu.isThere()) {
            var limits = container.withObject("/resources").withObject("/limits");
            limits.put(
                    gpu.field("name").take().asText(),
                    gpu.field("quantity").take().asText());
        }
    }

    private boolean isMore() {
        boolean onlyContainer = pod.size() == 1 && pod.path("containers").size() == 1 && container.size() == 1;
        return template.size() > 1 || !onlyContainer;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
