package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Makes the schema files in the resources from an operator's CRD files: {@code SchemaFile <crd.yaml> <version> <folder>}.
 * What is shipped is said in {@code SOURCES.md} beside them.
 */
final class SchemaFile {
    /** Words of a field, and hints for {@code kubectl apply} that no check needs. */
    private static final Set<String> LEFT_OUT = Set.of(
            "description",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-map-type",
            "x-kubernetes-patch-strategy",
            "x-kubernetes-patch-merge-key",
            "default",
            "format");

    private static final ObjectMapper YAML = new YAMLMapper(
            YAMLFactory.builder().loaderOptions(allowingLargeFiles()).build());

    private SchemaFile() {}

    public static void main(String[] args) throws IOException {
        var definition = YAML.readTree(Path.of(args[0]).toFile());
        var file = Path.of(args[2], fileName(definition, args[1]));
        Files.writeString(file, new ObjectMapper().writeValueAsString(schema(definition, args[1])));
    }

    /** The schema of one version, without what only people read. */
    static JsonNode schema(JsonNode definition, String version) {
        for (var offered : definition.at("/spec/versions")) {
            if (offered.path("name").asText().equals(version)) {
                var schema = offered.at("/schema/openAPIV3Schema").deepCopy();
                strip(schema);
                return schema;
            }
        }
        throw new IllegalArgumentException("The file has no version " + version);
    }

    private static String fileName(JsonNode definition, String version) {
        var spec = definition.path("spec");
        return spec.path("group").asText() + "-" + version + "-"
                + spec.at("/names/kind").asText() + ".json";
    }

    private static void strip(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove(LEFT_OUT);
            for (var parts : List.of("properties", "patternProperties")) {
                object.path(parts).forEach(SchemaFile::strip);
            }
            for (var part : List.of("items", "additionalProperties", "not")) {
                strip(object.path(part));
            }
            for (var parts : List.of("anyOf", "allOf", "oneOf")) {
                strip(object.path(parts));
            }
        } else if (schema instanceof ArrayNode array) {
            array.forEach(SchemaFile::strip);
        }
    }

    private static LoaderOptions allowingLargeFiles() {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 * 1024 * 1024);
        return options;
    }
}
