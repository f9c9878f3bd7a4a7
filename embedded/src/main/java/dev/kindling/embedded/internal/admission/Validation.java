package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The basics a cluster refuses with 422: names, labels, pods that could never run, and what may not change. */
final class Validation implements Admission {
    private static final Set<ResourceType> MAY_BE_IMMUTABLE = Set.of(ResourceTypes.CONFIG_MAPS, ResourceTypes.SECRETS);

    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        List<String> problems = new ArrayList<>();
        Names.check(type, object, problems);
        if (type.equals(ResourceTypes.PODS)) {
            PodValidation.check(object.path("spec"), problems);
        } else if (type.equals(ResourceTypes.DEFINITIONS)) {
            checkDefinition(object, problems);
        }
        refuse(type, object, problems);
    }

    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        List<String> problems = new ArrayList<>();
        Names.check(type, changed, problems);
        if (type.equals(ResourceTypes.PODS)) {
            PodValidation.checkChange(current.path("spec"), changed.path("spec"), problems);
        }
        boolean fixed =
                MAY_BE_IMMUTABLE.contains(type) && current.path("immutable").asBoolean();
        if (fixed && !current.path("data").equals(changed.path("data"))) {
            problems.add("data: Forbidden: field is immutable when `immutable` is set");
        }
        refuse(type, changed, problems);
    }

    private static void checkDefinition(JsonNode definition, List<String> problems) {
        JsonNode spec = definition.path("spec");
        String expected = spec.path("names").path("plural").asText() + "."
                + spec.path("group").asText();
        if (!Meta.name(definition).equals(expected)) {
            problems.add(Names.invalid(
                    "metadata.name", Meta.name(definition), "must be spec.names.plural+\".\"+spec.group"));
        }
        if (spec.path("versions").isEmpty()) {
            problems.add("spec.versions: Required value: at least one version is needed");
        }
    }

    private static void refuse(ResourceType type, ObjectNode object, List<String> problems) {
        if (!problems.isEmpty()) {
            throw StatusException.invalid(type, Meta.name(object), problems);
        }
    }
}
