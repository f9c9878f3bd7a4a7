package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schema calls the type of a value. */
public final class JsonType {

    private JsonType() {}

    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL -> "null";
            default -> "string";
        };
    }
}
