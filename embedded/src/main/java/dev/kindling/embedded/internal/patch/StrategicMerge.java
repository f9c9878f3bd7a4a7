package dev.kindling.embedded.internal.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A merge patch that knows which list elements are the same, and the {@code $} directives of kubectl. */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_FROM = "$deleteFromPrimitiveList/";

    private StrategicMerge() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        if (patch.path(DIRECTIVE).asText().equals("replace")) {
            return without(patch, DIRECTIVE);
        }
        if (patch.has(RETAIN)) {
            target.retain(texts(patch.get(RETAIN)));
        }
        patch.properties().forEach(change -> mergeField(target, change.getKey(), change.getValue()));
        return target;
    }

    private static void mergeField(ObjectNode target, String field, JsonNode value) {
        if (field.startsWith(DELETE_FROM)) {
            removeTexts(target, field.substring(DELETE_FROM.length()), texts(value));
        } else if (field.startsWith("$")) {
            return; // $setElementOrder and $retainKeys say nothing about this field's value.
        } else if (value.isNull() || value.path(DIRECTIVE).asText().equals("delete")) {
            target.remove(field);
        } else if (value instanceof ObjectNode object) {
            ObjectNode into =
                    target.path(field) instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
            target.set(field, apply(into, object));
        } else if (value instanceof ArrayNode list) {
            target.set(field, mergeList(field, target.path(field), list));
        } else {
            target.set(field, value);
        }
    }

    private static ArrayNode mergeList(String field, JsonNode target, ArrayNode patch) {
        ArrayNode there = target instanceof ArrayNode list ? list : JsonNodeFactory.instance.arrayNode();
        if (MergeKeys.isSet(field)) {
            return union(there, patch);
        }
        List<String> keys = MergeKeys.of(field, patch);
        boolean replace = StreamSupport.stream(patch.spliterator(), false)
                .anyMatch(element -> element.path(DIRECTIVE).asText().equals("replace"));
        if (keys.isEmpty() || replace) {
            return plain(patch);
        }
        for (JsonNode element : patch) {
            mergeElement(there, keys, (ObjectNode) element);
        }
        return there;
    }

    private static void mergeElement(ArrayNode target, List<String> keys, ObjectNode element) {
        Optional<Integer> found = indexOf(target, keys, element);
        if (element.path(DIRECTIVE).asText().equals("delete")) {
            found.ifPresent(target::remove);
        } else if (found.isPresent()) {
            target.set(found.get(), apply((ObjectNode) target.get(found.get()), element));
        } else {
            target.add(apply(JsonNodeFactory.instance.objectNode(), element));
        }
    }

    static Optional<Integer> indexOf(ArrayNode list, List<String> keys, JsonNode element) {
        for (int i = 0; i < list.size(); i++) {
            if (MergeKeys.same(keys, list.get(i), element)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static ArrayNode plain(ArrayNode patch) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : patch) {
            boolean onlyDirective = element.size() == 1 && element.has(DIRECTIVE);
            if (!onlyDirective) {
                result.add(element instanceof ObjectNode object ? without(object, DIRECTIVE) : element);
            }
        }
        return result;
    }

    private static ArrayNode union(ArrayNode target, ArrayNode patch) {
        List<String> there = texts(target);
        texts(patch).stream().filter(text -> !there.contains(text)).forEach(target::add);
        return target;
    }

    private static void removeTexts(ObjectNode target, String field, List<String> unwanted) {
        if (target.path(field) instanceof ArrayNode list) {
            List<String> kept = new ArrayList<>(texts(list));
            kept.removeAll(unwanted);
            list.removeAll();
            kept.forEach(list::add);
        }
    }

    private static ObjectNode without(ObjectNode object, String field) {
        object.remove(field);
        return object;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
