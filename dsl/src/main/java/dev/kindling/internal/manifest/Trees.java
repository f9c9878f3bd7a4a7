package dev.kindling.internal.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/** Resources as trees: joined, and compared with what they were. */
public final class Trees {
    private static final KubernetesSerialization CONVERTER = new KubernetesSerialization();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Trees() {}

    public static JsonNode tree(Object value) {
        return CONVERTER.convertValue(value, JsonNode.class);
    }

    public static <T> T value(JsonNode tree, Class<T> type) {
        return CONVERTER.convertValue(tree, type);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> fields(JsonNode tree) {
        return CONVERTER.convertValue(tree, Map.class);
    }

    /** Both; where they differ, the later one. Items of lists that have a name are the same item. */
    public static JsonNode union(JsonNode earlier, JsonNode later) {
        return changed(earlier, MissingNode.getInstance(), later);
    }

    /** A resource after what Kindling makes of its plan has changed; what Kindling does not say stays as it is. */
    static JsonNode changed(JsonNode resource, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return resource;
        }
        boolean elsewhere = resource.isMissingNode() && !before.isMissingNode();
        if (after.isObject() && (resource.isObject() || elsewhere)) {
            return fields(elsewhere ? NODES.objectNode() : resource.deepCopy(), before, after);
        }
        if (after.isArray() && (resource.isArray() || elsewhere) && !resource.equals(before)) {
            return items(elsewhere ? NODES.arrayNode() : (ArrayNode) resource, before, after);
        }
        return after;
    }

    private static JsonNode fields(ObjectNode resource, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!before.path(name).equals(after.path(name))) {
                if (after.has(name)) {
                    resource.set(name, changed(resource.path(name), before.path(name), after.get(name)));
                } else {
                    resource.remove(name);
                }
            }
        }
        return resource;
    }

    private static JsonNode items(ArrayNode resource, JsonNode before, JsonNode after) {
        var items = resource.arrayNode();
        for (var item : resource) {
            var sameLater = same(after, item);
            if (sameLater.isPresent()) {
                items.add(changed(item, same(before, item).orElse(MissingNode.getInstance()), sameLater.get()));
            } else if (same(before, item).isEmpty()) {
                items.add(item);
            }
        }
        for (var item : after) {
            if (same(resource, item).isEmpty()) {
                added(same(before, item), item).ifPresent(items::add);
            }
        }
        return items;
    }

    /** A new item, or what is new in one that the resource says elsewhere. */
    private static Optional<JsonNode> added(Optional<JsonNode> before, JsonNode after) {
        if (before.isEmpty()) {
            return Optional.of(after);
        }
        if (before.get().equals(after)) {
            return Optional.empty();
        }
        var named = NODES.objectNode().set("name", after.path("name"));
        return Optional.of(changed(named, before.get(), after));
    }

    private static Optional<JsonNode> same(JsonNode items, JsonNode wanted) {
        for (var item : items) {
            if (item.equals(wanted) || wanted.has("name") && wanted.get("name").equals(item.path("name"))) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** Takes a field out, and what is empty then. */
    static void remove(ObjectNode root, JsonPointer place) {
        var parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
            if (object.isEmpty() && !place.head().matches()) {
                remove(root, place.head());
            }
        }
    }
}
