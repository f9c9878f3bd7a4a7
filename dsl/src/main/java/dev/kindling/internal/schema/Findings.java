package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.diagnosis.ManifestProblem.Place;
import dev.kindling.diagnosis.ManifestProblem.Severity;
import dev.kindling.internal.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong with one resource. */
final class Findings {
    private static final int LONGEST_VALUE = 80;

    private final Function<String, Place> places;
    private final List<ManifestProblem> found = new ArrayList<>();

    Findings(Function<String, Place> places) {
        this.places = places;
    }

    void error(String path, JsonNode value, String why, String lineToWrite) {
        add(Severity.ERROR, path, value, why, lineToWrite);
    }

    void warning(String path, JsonNode value, String why, String lineToWrite) {
        add(Severity.WARNING, path, value, why, lineToWrite);
    }

    /** In the order of the text. */
    List<ManifestProblem> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                                (ManifestProblem problem) -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column())
                        .thenComparing(problem -> problem.place().path()))
                .toList();
    }

    private void add(Severity severity, String path, JsonNode value, String why, String lineToWrite) {
        found.add(new ManifestProblem(severity, places.apply(path), shown(path, value), why, lineToWrite));
    }

    private static String shown(String path, JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "a list of " + value.size() : "a mapping";
        }
        var text = YamlPath.shown(path, value.asText());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
