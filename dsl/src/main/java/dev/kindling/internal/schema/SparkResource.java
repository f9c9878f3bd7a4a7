package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Severity;
import dev.kindling.internal.yaml.YamlDocument;
import dev.kindling.internal.yaml.YamlReader;
import dev.kindling.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one resource of an operator in a text. Other documents, a ServiceAccount say, are left aside: files often hold
 * what a run needs as well.
 *
 * @param text the whole text
 */
public record SparkResource(ResourceKind kind, YamlDocument document, String text) {

    /**
     * The one that the text holds.
     *
     * @throws InvalidManifestException if there is none, there are several, or one has a group, version or kind that is
     *     not known
     */
    public static SparkResource in(YamlText text) {
        var documents = YamlReader.documents(text);
        var found = new ArrayList<SparkResource>();
        var problems = new ArrayList<ManifestProblem>();
        for (var document : documents) {
            ResourceKind.of(document.root())
                    .ifPresentOrElse(
                            kind -> found.add(new SparkResource(kind, document, text.text())),
                            () -> stranger(document).ifPresent(problems::add));
        }
        if (found.isEmpty() && problems.isEmpty()) {
            problems.add(none(documents));
        }
        if (found.size() > 1) {
            found.forEach(one -> problems.add(oneOfSeveral(one)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidManifestException(text.source(), problems);
        }
        return found.get(0);
    }

    /** Its name; empty if it has none. */
    public String name() {
        return document.root().at("/metadata/name").asText();
    }

    /** Everything that is wrong or doubtful. */
    public List<ManifestProblem> problems(Schemas schemas) {
        return ResourceCheck.problems(document, kind, schemas);
    }

    private static Optional<ManifestProblem> stranger(YamlDocument document) {
        var apiVersion = document.root().path("apiVersion").asText();
        var kind = document.root().path("kind").asText();
        var near = Arrays.stream(ResourceKind.values())
                .filter(known -> known.isNear(apiVersion, kind))
                .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        boolean knownKind = near.stream().anyMatch(known -> known.kind().equals(kind));
        boolean knownVersion =
                near.stream().anyMatch(known -> known.apiVersion().equals(apiVersion));
        var right = near.get(0);
        return Optional.of(
                knownKind || !knownVersion
                        ? problem(document, "apiVersion", document.root().path("apiVersion"), versions(near, kind))
                        : problem(document, "kind", document.root().path("kind"), "kind: " + right.kind()));
    }

    private static String versions(List<ResourceKind> near, String kind) {
        return near.stream()
                .filter(known -> known.kind().equals(kind)
                        || near.stream().noneMatch(other -> other.kind().equals(kind)))
                .map(known -> "apiVersion: " + known.apiVersion())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static ManifestProblem problem(YamlDocument document, String field, JsonNode value, String fix) {
        var why = value.isMissingNode() ? "is missing, and has to be said" : "is none that the operators have";
        return new ManifestProblem(Severity.ERROR, document.place(field), value.asText(), why, fix);
    }

    private static ManifestProblem none(List<YamlDocument> documents) {
        var kinds = documents.stream()
                .map(document -> document.root().path("kind").asText("no kind"))
                .toList();
        var place = documents.isEmpty()
                ? new ManifestProblem.Place("", 1, 1)
                : documents.get(0).place("kind");
        return new ManifestProblem(
                Severity.ERROR,
                place,
                String.join(", ", kinds),
                "is no resource of a Spark operator",
                Arrays.stream(ResourceKind.values())
                        .map(known -> known.kind() + " of " + known.apiVersion())
                        .collect(Collectors.joining(", ", "one of ", "")));
    }

    private static ManifestProblem oneOfSeveral(SparkResource one) {
        return new ManifestProblem(
                Severity.ERROR,
                one.document.place(""),
                one.kind.kind() + " " + one.name(),
                "is one of several Spark resources in the text",
                "each in a file of its own");
    }
}
