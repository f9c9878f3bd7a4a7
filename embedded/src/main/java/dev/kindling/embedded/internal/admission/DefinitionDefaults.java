package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A CustomResourceDefinition is served as soon as it is stored, and says so. */
final class DefinitionDefaults {
    private DefinitionDefaults() {}

    static void fill(ObjectNode definition) {
        ObjectNode names = definition.withObject("/spec/names");
        String kind = names.path("kind").asText();
        Defaults.putIfAbsent(names, "singular", kind.toLowerCase(Locale.ROOT));
        Defaults.putIfAbsent(names, "listKind", kind + "List");
        ObjectNode status = definition.putObject("status");
        status.set("acceptedNames", names);
        ArrayNode stored = status.putArray("storedVersions");
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("storage").asBoolean()) {
                stored.add(version.path("name").asText());
            }
        }
        String since = definition.path("metadata").path("creationTimestamp").asText();
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found", since);
        condition(conditions, "Established", "InitialNamesAccepted", "the initial names have been accepted", since);
    }

    private static void condition(ArrayNode conditions, String type, String reason, String message, String since) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put("reason", reason)
                .put("message", message)
                .put("lastTransitionTime", since);
    }
}
