package dev.kindling.embedded.internal.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Merges what one manager declares: it wins or conflicts with other <em>appliers</em>, and what it no longer declares
 * goes. Simpler than a cluster in one point: writes by PUT and the other patches are not recorded as owners.
 */
public final class ServerSideApply {
    private final ResourceType type;
    private final String manager;
    private final boolean force;

    public ServerSideApply(ResourceType type, String manager, boolean force) {
        if (manager.isEmpty()) {
            throw StatusException.unprocessable("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: "
                    + "Required value: is required for apply patch");
        }
        this.type = type;
        this.manager = manager;
        this.force = force;
    }

    /** The object to create where there was none. */
    public ObjectNode create(ObjectNode applied) {
        ObjectNode result = applied.deepCopy();
        Meta.of(result).remove("managedFields");
        writeManagers(result, Map.of(manager, paths(applied)));
        return result;
    }

    /** The object after the apply; {@code current} may be changed on the way. */
    public ObjectNode update(ObjectNode current, ObjectNode applied) {
        Map<String, Set<List<String>>> managers = readManagers(current);
        Set<List<String>> before = managers.getOrDefault(manager, Set.of());
        Set<List<String>> wanted = paths(applied);
        managers.remove(manager);
        settleConflicts(current, applied, wanted, managers);
        ObjectNode result = merge(current, applied);
        managers.put(manager, wanted);
        for (List<String> path : before) {
            shortestUnowned(path, managers).ifPresent(unowned -> FieldPaths.remove(result, unowned));
        }
        writeManagers(result, managers);
        return result;
    }

    private Set<List<String>> paths(ObjectNode applied) {
        return FieldPaths.of(applied, MergeKeys.areKnownFor(type));
    }

    private ObjectNode merge(ObjectNode current, ObjectNode applied) {
        ObjectNode changes = applied.deepCopy();
        Meta.of(changes).remove(List.of("managedFields", "creationTimestamp"));
        return MergeKeys.areKnownFor(type)
                ? StrategicMerge.apply(current, changes)
                : (ObjectNode) MergePatch.apply(current, changes);
    }

    private void settleConflicts(
            ObjectNode current, ObjectNode applied, Set<List<String>> wanted, Map<String, Set<List<String>>> others) {
        List<String> conflicts = new ArrayList<>();
        others.forEach((other, owned) -> {
            Set<List<String>> contested = new LinkedHashSet<>(wanted);
            contested.retainAll(owned);
            contested.removeIf(path -> FieldPaths.find(current, path).equals(FieldPaths.find(applied, path)));
            contested.forEach(path -> conflicts.add("conflict with \"" + other + "\": " + FieldPaths.readable(path)));
            if (force) {
                owned.removeAll(contested);
            }
        });
        if (!force && !conflicts.isEmpty()) {
            String count = conflicts.size() == 1 ? "1 conflict" : conflicts.size() + " conflicts";
            throw StatusException.applyConflict("Apply failed with " + count + ": " + String.join("; ", conflicts));
        }
    }

    /** The list element around the path if nobody owns anything in it, else the path if nobody owns that. */
    private static Optional<List<String>> shortestUnowned(List<String> path, Map<String, Set<List<String>>> managers) {
        return IntStream.rangeClosed(1, path.size())
                .filter(length -> length == path.size() || path.get(length - 1).startsWith("k:"))
                .mapToObj(length -> path.subList(0, length))
                .filter(part -> managers.values().stream().noneMatch(owned -> isOwned(part, owned)))
                .findFirst();
    }

    /** A path is also owned through what lies below it. */
    private static boolean isOwned(List<String> path, Set<List<String>> owned) {
        return owned.contains(path)
                || owned.stream()
                        .anyMatch(other -> other.size() > path.size()
                                && other.subList(0, path.size()).equals(path));
    }

    private static Map<String, Set<List<String>>> readManagers(ObjectNode object) {
        Map<String, Set<List<String>>> managers = new LinkedHashMap<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (entry.path("operation").asText().equals("Apply")) {
                Set<List<String>> paths = FieldPaths.fromFieldsV1(entry.path("fieldsV1"));
                managers.put(entry.path("manager").asText(), paths);
            }
        }
        return managers;
    }

    private void writeManagers(ObjectNode object, Map<String, Set<List<String>>> managers) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        managers.forEach((name, paths) -> {
            if (!paths.isEmpty()) {
                entries.add(entry(object, name, paths));
            }
        });
        Meta.of(object).set("managedFields", entries);
    }

    /** The time changes only with the paths, so that an apply without a change stays without one. */
    private JsonNode entry(ObjectNode object, String name, Set<List<String>> paths) {
        ObjectNode fields = FieldPaths.toFieldsV1(paths);
        for (JsonNode old : object.path("metadata").path("managedFields")) {
            if (old.path("manager").asText().equals(name)
                    && old.path("fieldsV1").equals(fields)) {
                return old;
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("manager", name)
                .put("operation", "Apply")
                .put("apiVersion", type.apiVersion())
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("fieldsType", "FieldsV1")
                .set("fieldsV1", fields);
    }
}
