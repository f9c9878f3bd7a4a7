package dev.kindling.internal.schema;

import static dev.kindling.internal.schema.SpecRules.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Driver and executor of a Kubeflow application. */
final class KubeflowPodRules {
    private static final List<String> ROLES = List.of("driver", "executor");

    /** What only the webhook for pods brings about, as {@code sparkpod_defaulter.go} of 2.5.2 has it. */
    private static final Set<String> WEBHOOK_ONLY = Set.of(
            "affinity",
            "configMaps",
            "dnsConfig",
            "env",
            "envFrom",
            "gpu",
            "hostAliases",
            "hostNetwork",
            "initContainers",
            "lifecycle",
            "memoryLimit",
            "podSecurityContext",
            "ports",
            "priorityClassName",
            "schedulerName",
            "securityContext",
            "shareProcessNamespace",
            "sidecars",
            "terminationGracePeriodSeconds",
            "tolerations");

    private KubeflowPodRules() {}

    static void check(JsonNode spec, String at, Findings found) {
        for (var role : ROLES) {
            role(spec, spec.path(role), at, role, found);
        }
        var driver = spec.path("driver");
        if (!driver.has("serviceAccount")
                && driver.at("/template/spec/serviceAccountName").isMissingNode()) {
            found.warning(
                    at + ".driver.serviceAccount",
                    NOTHING,
                    "is missing: the driver then runs as \"default\", which normally may not create executors",
                    "serviceAccount: spark in " + at + ".driver");
        }
    }

    private static void role(JsonNode spec, JsonNode pod, String at, String role, Findings found) {
        var path = at + "." + role;
        if (spec.has("nodeSelector") && pod.has("nodeSelector")) {
            found.error(
                    path + ".nodeSelector",
                    pod.path("nodeSelector"),
                    "cannot stand beside " + at + ".nodeSelector: the webhook refuses both",
                    "nodeSelector: in driver and executor only");
        }
        if (pod.has("template") && spec.path("sparkVersion").asText().matches("[0-2]\\..*")) {
            found.error(path + ".template", pod.path("template"), "needs Spark 3 or newer", "sparkVersion: \"4.1.1\"");
        }
        SpecRules.template(pod.path("template"), path + ".template", found);
        for (var size : List.of("memory", "memoryOverhead")) {
            SpecRules.heap(pod.path(size), path + "." + size, size + ": ", found);
        }
        for (var cores : List.of("coreRequest", "coreLimit")) {
            SpecRules.quantity(pod.path(cores), path + "." + cores, cores + ": ", found);
        }
        deprecated(pod, path, found);
        webhookOnly(pod, path, found);
        mounts(spec, pod, path, found);
    }

    private static void deprecated(JsonNode pod, String path, Findings found) {
        for (var old : List.of("envVars", "envSecretKeyRefs")) {
            if (pod.has(old)) {
                found.warning(
                        path + "." + old, pod.path(old), "is deprecated", "env: a list of name and value or valueFrom");
            }
        }
    }

    private static void webhookOnly(JsonNode pod, String path, Findings found) {
        var fields = new HashSet<String>();
        pod.fieldNames().forEachRemaining(fields::add);
        fields.retainAll(WEBHOOK_ONLY);
        if (!fields.isEmpty()) {
            found.warning(
                    path,
                    pod,
                    "says " + fields.stream().sorted().collect(Collectors.joining(", "))
                            + ", which only the operator's webhook brings about: ignored where it is off",
                    "the same in template.spec of " + path);
        }
    }

    private static void mounts(JsonNode spec, JsonNode pod, String path, Findings found) {
        var volumes = new HashSet<String>();
        spec.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        pod.at("/template/spec/volumes")
                .forEach(volume -> volumes.add(volume.path("name").asText()));
        for (int i = 0; i < pod.path("volumeMounts").size(); i++) {
            var name = pod.path("volumeMounts").path(i).path("name");
            if (name.isTextual() && !volumes.contains(name.asText())) {
                found.error(
                        YamlPath.item(path + ".volumeMounts", i) + ".name",
                        name,
                        "is no volume of this application",
                        Nearest.of(name.asText(), volumes)
                                .map(known -> "name: " + known)
                                .orElse("a volume of that name in spec.volumes"));
            }
        }
    }
}
