package dev.kindling.embedded.internal.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The paths an applied object sets, in the notation of {@code metadata.managedFields}: {@code f:spec}, {@code
 * k:{"name":"main"}} for an element of a keyed list, {@code v:"x"} for an element of a set.
 */
final class FieldPaths {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");
    private static final Set<String> OWN_METADATA = Set.of("labels", "annotations", "finalizers", "ownerReferences");

    private FieldPaths() {}

    static Set<List<String>> of(ObjectNode applied, boolean keyedLists) {
        Set<List<String>> paths = new LinkedHashSet<>();
        applied.properties().forEach(field -> {
            boolean metadata = field.getKey().equals("metadata");
            if (metadata && field.getValue() instanceof ObjectNode meta) {
                collect(List.of("f:metadata"), "metadata", meta.deepCopy().retain(OWN_METADATA), keyedLists, paths);
            } else if (!IDENTITY.contains(field.getKey())) {
                collect(List.of("f:" + field.getKey()), field.getKey(), field.getValue(), keyedLists, paths);
            }
        });
        return paths;
    }

    static ObjectNode toFieldsV1(Set<List<String>> paths) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (List<String> path : paths) {
            ObjectNode node = root;
            for (String step : path) {
                node = node.withObjectProperty(step);
            }
        }
        return root;
    }

    static Set<List<String>> fromFieldsV1(JsonNode fields) {
        Set<List<String>> paths = new LinkedHashSet<>();
        readFieldsV1(List.of(), fields, paths);
        return paths;
    }

    static JsonNode find(JsonNode object, List<String> path) {
        JsonNode node = object;
        for (String step : path) {
            node = child(node, step);
        }
        return node;
    }

    /** Removes a value and the containers it leaves empty. */
    static void remove(ObjectNode object, List<String> path) {
        List<String> parentPath = path.subList(0, path.size() - 1);
        JsonNode parent = find(object, parentPath);
        String last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode map) {
            map.remove(last.substring(2));
        } else if (parent instanceof ArrayNode list) {
            removeElement(list, last);
        }
        if (parent.isContainerNode() && parent.isEmpty() && !parentPath.isEmpty()) {
            remove(object, parentPath);
        }
    }

    /** {@code .spec.containers[name="main"].image}, as conflict messages have it. */
    static String readable(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            text.append(step.startsWith("f:") ? "." + step.substring(2) : "[" + keyText(step.substring(2)) + "]");
        }
        return text.toString();
    }

    private static String keyText(String json) {
        JsonNode key = read(json);
        if (!key.isObject()) {
            return json;
        }
        return String.join(
                ",",
                key.properties().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .toList());
    }

    private static void collect(
            List<String> path, String field, JsonNode value, boolean keyedLists, Set<List<String>> paths) {
        List<String> keys = keyedLists && value.isArray() ? MergeKeys.of(field, value) : List.of();
        if (value instanceof ObjectNode map && !map.isEmpty()) {
            map.properties()
                    .forEach(child -> collect(
                            append(path, "f:" + child.getKey()), child.getKey(), child.getValue(), keyedLists, paths));
        } else if (!keys.isEmpty()) {
            value.forEach(element -> collect(append(path, keyOf(keys, element)), "", element, keyedLists, paths));
        } else if (keyedLists && MergeKeys.isSet(field)) {
            value.forEach(element -> paths.add(append(path, "v:" + element)));
        } else {
            paths.add(path);
        }
    }

    private static String keyOf(List<String> keys, JsonNode element) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        for (String name : keys) {
            JsonNode value = element.path(name);
            key.set(name, value.isMissingNode() ? TextNode.valueOf(MergeKeys.value(element, name)) : value);
        }
        return "k:" + key;
    }

    private static void readFieldsV1(List<String> path, JsonNode fields, Set<List<String>> paths) {
        if (fields.isEmpty() && !path.isEmpty()) {
            paths.add(path);
        }
        fields.properties().stream()
                .filter(field -> !field.getKey().equals("."))
                .forEach(field -> readFieldsV1(append(path, field.getKey()), field.getValue(), paths));
    }

    private static JsonNode child(JsonNode node, String step) {
        String rest = step.substring(2);
        return step.startsWith("f:")
                ? node.path(rest)
                : elements(node)
                        .filter(element -> isElement(element, step))
                        .findFirst()
                        .orElse(MissingNode.getInstance());
    }

    private static void removeElement(ArrayNode list, String step) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (isElement(list.get(i), step)) {
                list.remove(i);
            }
        }
    }

    private static boolean isElement(JsonNode element, String step) {
        JsonNode key = read(step.substring(2));
        return step.startsWith("v:")
                ? element.equals(key)
                : key.properties().stream().allMatch(field -> MergeKeys.value(element, field.getKey())
                        .equals(field.getValue().asText()));
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a field path of managedFields: " + json, e);
        }
    }

    private static List<String> append(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }
}
