package dev.kindling.embedded.internal.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which fields the elements of a list are told apart, from the Kubernetes API's {@code patchMergeKey} and
 * {@code listMapKey} marks. Lists not named here are replaced as a whole.
 */
final class MergeKeys {
    private static final List<String> NAME = List.of("name");
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", NAME),
            Map.entry("initContainers", NAME),
            Map.entry("ephemeralContainers", NAME),
            Map.entry("env", NAME),
            Map.entry("volumes", NAME),
            Map.entry("imagePullSecrets", NAME),
            Map.entry("secrets", NAME),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("conditions", List.of("type")),
            Map.entry("ownerReferences", List.of("uid")));

    private static final List<String> CONTAINER_PORT = List.of("containerPort", "protocol");
    private static final List<String> SERVICE_PORT = List.of("port", "protocol");
    private static final Set<String> SETS = Set.of("finalizers");
    private static final Set<String> GROUPS = Set.of("", "apps", "rbac.authorization.k8s.io");

    private MergeKeys() {}

    /** Custom resources have no such marks here: their lists are replaced, and strategic merge is refused. */
    static boolean areKnownFor(ResourceType type) {
        return GROUPS.contains(type.group());
    }

    /** Empty for lists without keys. */
    static List<String> of(String field, JsonNode list) {
        if (field.equals("ports")) {
            JsonNode first = list.path(0);
            return first.has("containerPort") ? CONTAINER_PORT : first.has("port") ? SERVICE_PORT : List.of();
        }
        return KEYS.getOrDefault(field, List.of());
    }

    /** Lists of texts that are merged like sets. */
    static boolean isSet(String field) {
        return SETS.contains(field);
    }

    static boolean same(List<String> keys, JsonNode a, JsonNode b) {
        return keys.stream().allMatch(key -> value(a, key).equals(value(b, key)));
    }

    /** A port without a protocol is a TCP port. */
    static String value(JsonNode element, String key) {
        return element.path(key).asText(key.equals("protocol") ? "TCP" : "");
    }
}
