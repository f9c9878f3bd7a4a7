package dev.kindling.internal.schema;

import static dev.kindling.internal.schema.SpecRules.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Kubeflow's Spark Connect servers. */
final class ConnectRules {
    static final List<Rule> ALL =
            List.of(SpecRules.name(63 - "-server".length(), "its service is called <name>-server"), ConnectRules::spec);

    private static final List<String> ROLES = List.of("server", "executor");

    private ConnectRules() {}

    private static void spec(JsonNode resource, Findings found) {
        var spec = resource.path("spec");
        if (spec.path("image").asText().isEmpty() && !ROLES.stream().allMatch(role -> hasImage(spec.path(role)))) {
            found.error(
                    "spec.image",
                    NOTHING,
                    "is missing, and so is one in the templates of server and executor",
                    "image: registry.local/spark:4.1.1 in spec");
        }
        for (var role : ROLES) {
            SpecRules.heap(spec.path(role).path("memory"), "spec." + role + ".memory", "memory: ", found);
            SpecRules.template(spec.path(role).path("template"), "spec." + role + ".template", found);
        }
        SpecRules.bounds(
                spec.path("dynamicAllocation"),
                "spec.dynamicAllocation",
                "minExecutors",
                "initialExecutors",
                "maxExecutors",
                found);
        SpecRules.sparkKeys(spec.path("sparkConf"), "spec.sparkConf", found);
        KubeflowConfRules.denied(resource, spec.path("sparkConf"), "spec.sparkConf", found);
    }

    private static boolean hasImage(JsonNode role) {
        return role.at("/template/spec/containers").findValuesAsText("image").stream()
                .anyMatch(image -> !image.isEmpty());
    }
}
