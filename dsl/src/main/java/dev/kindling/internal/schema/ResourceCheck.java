package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Place;
import dev.kindling.internal.yaml.YamlDocument;
import java.util.List;
import java.util.function.Function;

/** Everything that is wrong with a resource, at once and without a cluster. */
public final class ResourceCheck {
    private ResourceCheck() {}

    /** Of a text, with lines and columns. */
    public static List<ManifestProblem> problems(YamlDocument document, ResourceKind kind, Schemas schemas) {
        return problems(document.root(), document::place, kind, schemas);
    }

    /** Of a resource that has no text. */
    public static List<ManifestProblem> problems(JsonNode resource, ResourceKind kind, Schemas schemas) {
        return problems(resource, path -> new Place(path, 0, 0), kind, schemas);
    }

    private static List<ManifestProblem> problems(
            JsonNode resource, Function<String, Place> places, ResourceKind kind, Schemas schemas) {
        var found = new Findings(places);
        SchemaCheck.check(resource, schemas.of(kind), found);
        kind.rules().forEach(rule -> rule.check(resource, found));
        return found.inOrder();
    }
}
