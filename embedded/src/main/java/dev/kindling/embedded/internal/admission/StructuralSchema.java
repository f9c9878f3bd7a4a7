package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.internal.schema.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a custom resource's definition, as an API server goes by it and with its words. Only the keywords that the
 * definitions of Spark's operators use.
 */
record StructuralSchema(JsonNode json) {

    private static final String OPEN = "x-kubernetes-preserve-unknown-fields";

    /** All that is wrong with a value; unknown fields are no problem here. */
    List<String> problems(String path, JsonNode value) {
        var problems = new ArrayList<String>();
        if (value.isMissingNode()) {
            problems.add(path + ": Required value");
        } else {
            check(path, value, problems);
        }
        return problems;
    }

    List<String> unknownFields(String path, JsonNode value) {
        var unknown = new ArrayList<String>();
        if (json.has("properties") && !json.has(OPEN)) {
            value.fieldNames().forEachRemaining(field -> {
                if (!json.path("properties").has(field)) {
                    unknown.add(path + "." + field);
                }
            });
        }
        inside(path, value, (schema, place, inner) -> unknown.addAll(schema.unknownFields(place, inner)));
        return unknown;
    }

    /** Takes out of a value what this does not know. */
    void prune(JsonNode value) {
        if (json.has("properties") && !json.has(OPEN) && value instanceof ObjectNode object) {
            var known = new ArrayList<String>();
            json.path("properties").fieldNames().forEachRemaining(known::add);
            object.retain(known);
        }
        inside("", value, (schema, place, inner) -> schema.prune(inner));
    }

    private interface Visit {
        void of(StructuralSchema schema, String path, JsonNode value);
    }

    private void inside(String path, JsonNode value, Visit visit) {
        if (value.isArray() && json.has("items")) {
            for (var i = 0; i < value.size(); i++) {
                visit.of(new StructuralSchema(json.path("items")), path + "[" + i + "]", value.get(i));
            }
        }
        if (!value.isObject()) {
            return;
        }
        for (var field : value.properties()) {
            var schema = json.path("properties").path(field.getKey());
            var any = schema.isMissingNode() ? json.path("additionalProperties") : schema;
            if (any.isObject()) {
                visit.of(new StructuralSchema(any), path + "." + field.getKey(), field.getValue());
            }
        }
    }

    private void check(String path, JsonNode value, List<String> problems) {
        var type = json.path("type").asText();
        if (value.isNull() && json.path("nullable").asBoolean()) {
            return;
        }
        if (!type.isEmpty() && !fits(type, value)) {
            var found = quoted(JsonType.of(value));
            problems.add(invalid(path, found, "must be of type " + type + ": " + found));
            return;
        }
        choice(path, value, problems);
        range(path, value, problems);
        pattern(path, value, problems);
        required(path, value, problems);
        inside(path, value, (schema, place, inner) -> schema.check(place, inner, problems));
    }

    private void pattern(String path, JsonNode value, List<String> problems) {
        var pattern = json.path("pattern").asText();
        if (value.isTextual()
                && !Pattern.compile(pattern).matcher(value.asText()).find()) {
            problems.add(invalid(path, quoted(value.asText()), "should match '" + pattern + "'"));
        }
    }

    private void required(String path, JsonNode value, List<String> problems) {
        for (var field : json.path("required")) {
            if (value.isObject() && !value.has(field.asText())) {
                problems.add(path + "." + field.asText() + ": Required value");
            }
        }
    }

    private void choice(String path, JsonNode value, List<String> problems) {
        var allowed = new ArrayList<String>();
        for (var one : json.path("enum")) {
            if (one.equals(value)) {
                return;
            }
            allowed.add(one.toString());
        }
        if (!allowed.isEmpty()) {
            problems.add(path + ": Unsupported value: " + value + ": supported values: " + String.join(", ", allowed));
        }
    }

    private void range(String path, JsonNode value, List<String> problems) {
        if (!value.isNumber()) {
            return;
        }
        if (json.has("minimum") && value.asDouble() < json.path("minimum").asDouble()) {
            problems.add(invalid(
                    path,
                    value.asText(),
                    "should be greater than or equal to " + json.path("minimum").asText()));
        }
        if (json.has("maximum") && value.asDouble() > json.path("maximum").asDouble()) {
            problems.add(invalid(
                    path,
                    value.asText(),
                    "should be less than or equal to " + json.path("maximum").asText()));
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return JsonType.of(value).equals(type) || type.equals("number") && value.isNumber();
    }

    private static String invalid(String path, String value, String why) {
        return path + ": Invalid value: " + value + ": " + path + " in body " + why;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
