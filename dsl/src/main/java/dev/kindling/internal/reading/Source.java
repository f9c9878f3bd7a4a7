package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A place in a resource that is read. Whatever is taken from it counts as understood; see {@link Understood}.
 *
 * @param root the whole resource
 */
record Source(JsonNode root, JsonPointer at, Understood understood) {
    static Source of(JsonNode root) {
        return new Source(root, JsonPointer.empty(), new Understood());
    }

    Source field(String name) {
        return new Source(root, at.appendProperty(name), understood);
    }

    List<Source> items() {
        return IntStream.range(0, node().size())
                .mapToObj(i -> new Source(root, at.appendIndex(i), understood))
                .toList();
    }

    JsonNode node() {
        return root.at(at);
    }

    boolean isThere() {
        return !node().isMissingNode();
    }

    /** This and all below it is understood. */
    JsonNode take() {
        understood.add(at);
        return node();
    }

    /** A plain value as text; nothing if it is not there or empty. */
    Optional<String> text() {
        if (!node().isValueNode()) {
            return Optional.empty();
        }
        return Optional.of(take().asText()).filter(text -> !text.isEmpty());
    }

    /** The same, where a setting means the same: {@code key} is where Kindling would write it. */
    Optional<String> text(String key) {
        understood.moved("/spec/sparkConf/" + key, at);
        return text();
    }

    Optional<Integer> number() {
        return node().isInt() ? Optional.of(take().asInt()) : Optional.empty();
    }

    List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Fields of plain values, in the order of the text. */
    Map<String, Source> fields() {
        var fields = new LinkedHashMap<String, Source>();
        node().fieldNames().forEachRemaining(name -> fields.put(name, field(name)));
        return fields;
    }
}
