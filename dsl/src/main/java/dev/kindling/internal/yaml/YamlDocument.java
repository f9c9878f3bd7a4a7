package dev.kindling.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.ManifestProblem.Place;
import java.util.Map;

/**
 * One document of a text.
 *
 * @param source where the text comes from
 * @param root what it says, anchors resolved
 * @param places where each key or item stands, by {@link YamlPath}
 */
public record YamlDocument(String source, JsonNode root, Map<String, Place> places) {
    /** Where a place is, or the nearest one around it that the text has. */
    public Place place(String path) {
        for (var nearest = path; !nearest.isEmpty(); nearest = around(nearest)) {
            var place = places.get(nearest);
            if (place != null) {
                return new Place(path, place.line(), place.column());
            }
        }
        var whole = places.getOrDefault("", new Place("", 0, 0));
        return new Place(path, whole.line(), whole.column());
    }

    private static String around(String path) {
        int quoted = path.endsWith("\"]") ? path.lastIndexOf("[\"") : -1;
        return path.substring(
                0, Math.max(0, quoted >= 0 ? quoted : Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
