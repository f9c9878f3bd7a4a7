package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes a pod spec one that could run. */
final class PodValidation {
    private static final Set<String> RESTART_POLICIES = Set.of("Always", "OnFailure", "Never");
    /** Binding sets the node once; the rest is what a cluster lets users change. */
    private static final List<String> CHANGEABLE =
            List.of("activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "schedulingGates");

    private PodValidation() {}

    static void check(JsonNode spec, List<String> problems) {
        if (spec.path("containers").isEmpty()) {
            problems.add("spec.containers: Required value");
        }
        String policy = spec.path("restartPolicy").asText();
        if (!RESTART_POLICIES.contains(policy)) {
            problems.add("spec.restartPolicy: Unsupported value: \"" + policy
                    + "\": supported values: \"Always\", \"Never\", \"OnFailure\"");
        }
        Set<String> volumes = new HashSet<>();
        for (JsonNode volume : spec.path("volumes")) {
            if (!volumes.add(volume.path("name").asText())) {
                problems.add("spec.volumes: Duplicate value: \""
                        + volume.path("name").asText() + "\"");
            }
        }
        Set<String> names = new HashSet<>();
        checkContainers("spec.initContainers", spec.path("initContainers"), volumes, names, problems);
        checkContainers("spec.containers", spec.path("containers"), volumes, names, problems);
    }

    static void checkChange(JsonNode current, JsonNode changed, List<String> problems) {
        if (!comparable(current, changed).equals(comparable(changed, changed))) {
            problems.add("spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
                    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions "
                    + "to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it "
                    + "was previously negative)");
        }
    }

    private static JsonNode comparable(JsonNode spec, JsonNode changed) {
        JsonNode copy = spec.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(CHANGEABLE);
            if (!object.hasNonNull("nodeName")) {
                object.set("nodeName", changed.path("nodeName"));
            }
            removeImages(object.path("containers"));
            removeImages(object.path("initContainers"));
        }
        return copy;
    }

    private static void removeImages(JsonNode containers) {
        containers.forEach(container -> ((ObjectNode) container).remove("image"));
    }

    private static void checkContainers(
            String field, JsonNode containers, Set<String> volumes, Set<String> names, List<String> problems) {
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            String at = field + "[" + i + "]";
            String name = container.path("name").asText();
            if (name.isEmpty()) {
                problems.add(at + ".name: Required value");
            } else {
                Names.checkLabelName(at + ".name", name, problems);
            }
            if (!name.isEmpty() && !names.add(name)) {
                problems.add(at + ".name: Duplicate value: \"" + name + "\"");
            }
            if (container.path("image").asText().isBlank()) {
                problems.add(at + ".image: Required value");
            }
            checkMounts(at, container.path("volumeMounts"), volumes, problems);
            checkResources(at, container.path("resources"), problems);
        }
    }

    private static void checkMounts(String at, JsonNode mounts, Set<String> volumes, List<String> problems) {
        for (int i = 0; i < mounts.size(); i++) {
            String volume = mounts.get(i).path("name").asText();
            if (!volumes.contains(volume)) {
                problems.add(at + ".volumeMounts[" + i + "].name: Not found: \"" + volume + "\"");
            }
        }
    }

    private static void checkResources(String at, JsonNode resources, List<String> problems) {
        JsonNode limits = resources.path("limits");
        limits.properties().forEach(limit -> quantity(limit.getValue()));
        resources.path("requests").properties().forEach(request -> {
            Quantity asked = quantity(request.getValue());
            Optional<Quantity> limit = Usage.amount(limits, request.getKey());
            if (limit.filter(asked::isMoreThan).isPresent()) {
                problems.add(Names.invalid(
                        at + ".resources.requests",
                        request.getValue().asText(),
                        "must be less than or equal to " + request.getKey() + " limit of " + limit.get()));
            }
        });
    }

    /** A cluster cannot even read a wrong quantity, hence 400 and not 422. */
    private static Quantity quantity(JsonNode value) {
        return Quantity.parse(value.asText())
                .orElseThrow(() -> StatusException.badRequest("Pod in version \"v1\" cannot be handled as a Pod: "
                        + "quantities must match the regular expression "
                        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'; found '" + value.asText() + "'"));
    }
}
