package dev.kindling.internal.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Place;
import dev.kindling.internal.yaml.YamlDocument;
import dev.kindling.internal.yaml.YamlPath;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** What the definition alone says of a text; fields that it does not know are no problem here. */
    public static Structure structure(YamlDocument document, ResourceKind kind, Schemas schemas) {
        var found = new Findings(document::place);
        var unknown = SchemaCheck.check(document.root(), schemas.of(kind), found);
        var paths = unknown.stream().map(YamlPath::of).collect(Collectors.toSet());
        var wrong = found.inOrder().stream()
                .filter(problem -> !paths.contains(problem.place().path()))
                .toList();
        return new Structure(wrong, unknown);
    }

    /**
     * Whether a resource can be read.
     *
     * @param problems values that are wrong or missing
     * @param unknown fields that the definition does not know
     */
    public record Structure(List<ManifestProblem> problems, List<JsonPointer> unknown) {}

    private static List<ManifestProblem> problems(
            JsonNode resource, Function<String, Place> places, ResourceKind kind, Schemas schemas) {
        var found = new Findings(places);
        SchemaCheck.check(resource, schemas.of(kind), found);
        kind.rules().forEach(rule -> rule.check(resource, found));
        return found.inOrder();
    }
}
