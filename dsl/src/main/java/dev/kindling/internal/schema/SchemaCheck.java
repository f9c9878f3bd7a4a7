package dev.kindling.internal.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import dev.kindling.internal.text.Redaction;
import dev.kindling.internal.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a definition says of a resource, in words that tell what to write. */
final class SchemaCheck {
    private final JsonNode resource;
    private final JsonNode definition;
    private final Findings found;
    /** A value that may be a number or a text fails twice; types that would do, by path. */
    private final Map<String, TreeSet<String>> wantedTypes = new LinkedHashMap<>();

    private final Map<String, JsonNode> wrongTypes = new LinkedHashMap<>();
    private final List<JsonPointer> unknown = new ArrayList<>();

    private SchemaCheck(JsonNode resource, JsonNode definition, Findings found) {
        this.resource = resource;
        this.definition = definition;
        this.found = found;
    }

    /** Fields that the definition does not know are problems as well, and the answer. */
    static List<JsonPointer> check(JsonNode resource, JsonSchema schema, Findings found) {
        var check = new SchemaCheck(resource, schema.getSchemaNode(), found);
        schema.validate(resource).forEach(check::message);
        check.wrongTypes.forEach(check::type);
        return check.unknown;
    }

    private void message(ValidationMessage message) {
        var path = path(message.getInstanceLocation());
        var value = at(resource, message.getInstanceLocation());
        switch (message.getType()) {
            case "type" -> {
                wantedTypes
                        .computeIfAbsent(path, at -> new TreeSet<>())
                        .add(words(message.getSchemaNode().asText()));
                wrongTypes.put(path, value);
            }
            case "additionalProperties" -> unknown(path, value, message);
            case "required" -> missing(path, message.getProperty());
            case "enum" -> choice(path, value, message.getSchemaNode());
            case "minimum", "maximum" -> range(path, value, message);
            default -> pattern(path, value, message);
        }
    }

    private void type(String path, JsonNode value) {
        var wanted = String.join(" or ", wantedTypes.getOrDefault(path, new TreeSet<>()));
        found.error(
                path,
                value,
                "is " + words(JsonType.of(value)) + " where " + wanted + " is asked for",
                typeFix(path, value, wanted));
    }

    private static String typeFix(String path, JsonNode value, String wanted) {
        var name = YamlPath.label(path) + " ";
        if (wanted.contains("a text") && value.isValueNode()) {
            var text = Redaction.isSecret(path) ? ".." : value.asText();
            return name + "\"" + text + "\", in quotes";
        }
        if (wanted.startsWith("a whole number")
                && value.isTextual()
                && value.asText().matches("-?\\d{1,18}")) {
            return name + value.asText() + ", without quotes";
        }
        if (wanted.startsWith("true or false") && value.asText().matches("(?i)true|false|yes|no")) {
            return name + value.asText().matches("(?i)true|yes") + ", without quotes";
        }
        return name + wanted;
    }

    private void unknown(String path, JsonNode value, ValidationMessage message) {
        var field = message.getProperty();
        var at = YamlPath.field(path, field);
        var known = knownFields(message);
        unknown.add(pointer(message.getInstanceLocation()).appendProperty(field));
        var fix = Nearest.of(field, known)
                .map(name -> name + ":")
                .orElseGet(() -> known.isEmpty() || known.size() > 25
                        ? "the resource without it, or the field it belongs to"
                        : "one of " + String.join(", ", known));
        found.error(at, value.path(field), "is a field that the definition does not know", fix);
    }

    private void missing(String path, String field) {
        found.error(
                YamlPath.field(path, field),
                MissingNode.getInstance(),
                "is missing, and has to be said",
                field + ": in " + (path.isEmpty() ? "the resource" : path));
    }

    private void choice(String path, JsonNode value, JsonNode allowed) {
        var words = new ArrayList<String>();
        allowed.forEach(word -> words.add(word.asText()));
        var best = Nearest.of(value.asText(), words);
        found.error(
                path,
                value,
                "is none of " + String.join(", ", words),
                YamlPath.label(path) + " " + best.orElseGet(() -> String.join(" or ", words)));
    }

    private void range(String path, JsonNode value, ValidationMessage message) {
        var limit = message.getSchemaNode().asText();
        var word = message.getType().equals("minimum") ? "less" : "more";
        found.error(path, value, "is " + word + " than " + limit, YamlPath.label(path) + " " + limit);
    }

    private void pattern(String path, JsonNode value, ValidationMessage message) {
        boolean quantity = message.getSchemaNode().asText().contains("KMGTPE");
        found.error(
                path,
                value,
                quantity ? "is no quantity of Kubernetes" : "does not fit the definition: " + message.getMessage(),
                YamlPath.label(path) + " " + (quantity ? "\"500m\", \"2\" or \"4Gi\"" : "a text that fits"));
    }

    private static JsonNode at(JsonNode root, JsonNodePath path) {
        var node = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            node = path.getElement(i) instanceof Integer index ? node.path(index) : node.path(path.getName(i));
        }
        return node;
    }

    private static JsonPointer pointer(JsonNodePath path) {
        var pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = path.getElement(i) instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(path.getName(i));
        }
        return pointer;
    }

    private static String path(JsonNodePath path) {
        var text = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            text = path.getElement(i) instanceof Integer index
                    ? YamlPath.item(text, index)
                    : YamlPath.field(text, path.getName(i));
        }
        return text;
    }

    /** The message knows only the keyword's place, which is beside the fields. */
    private List<String> knownFields(ValidationMessage message) {
        var keyword = message.getSchemaLocation().getFragment();
        var known = new ArrayList<String>();
        at(definition, keyword.getParent()).path("properties").fieldNames().forEachRemaining(known::add);
        return known;
    }

    private static String words(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "null" -> "nothing";
            default -> "a text";
        };
    }
}
