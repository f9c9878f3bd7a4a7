package dev.kindling.embedded.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One column of a printed list.
 *
 * @param priority above 0: wide output only
 */
record Column(String name, String type, int priority, Function<JsonNode, String> cell) {
    static Column text(String name, Function<JsonNode, String> cell) {
        return new Column(name, "string", 0, cell);
    }

    /** The value at a path such as {@code /status/phase}, or {@code <none>}. */
    static Column at(String name, String pointer) {
        return text(name, object -> orNone(object.at(pointer).asText("")));
    }

    static Column objectName() {
        return at("Name", "/metadata/name");
    }

    static Column number(String name, Function<JsonNode, Integer> cell) {
        return new Column(name, "integer", 0, object -> cell.apply(object).toString());
    }

    static Column age() {
        return since("Age", "/metadata/creationTimestamp");
    }

    static Column since(String name, String pointer) {
        return text(name, object -> Age.since(object.at(pointer).asText("")));
    }

    Column wide() {
        return new Column(name, type, 1, cell);
    }

    static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }
}
