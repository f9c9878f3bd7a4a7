package dev.kindling.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem.Place;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds one document from its events, so that depth, size, doubled keys and places are in hand. */
final class Composer {
    /** Deeper than any resource; a text of brackets only would use up the stack. */
    private static final int DEEPEST = 100;

    /** Nodes after anchors are resolved; the CRDs' largest sensible resources have a few thousand. */
    private static final int MOST_NODES = 200_000;

    private static final String MERGE = "<<";

    private final YamlText text;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private int nodes;
    private int depth;

    Composer(YamlText text, Iterator<Event> events) {
        this.text = text;
        this.events = events;
    }

    Map<String, Place> places() {
        return places;
    }

    JsonNode document() {
        var first = events.next();
        places.put("", place("", first));
        return node("", first);
    }

    private JsonNode node(String path, Event event) {
        if (event instanceof AliasEvent alias) {
            return resolved(path, alias);
        }
        count(event, path, 1);
        int before = nodes;
        var node = value(path, event);
        ((NodeEvent) event)
                .getAnchor()
                .ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, nodes - before + 1)));
        return node;
    }

    private JsonNode value(String path, Event event) {
        if (event instanceof ScalarEvent scalar) {
            return ScalarValue.of(scalar);
        }
        if (++depth > DEEPEST) {
            throw text.refused(
                    place(path, event), "", "is nested more than " + DEEPEST + " levels deep", "a flatter resource");
        }
        var node = event instanceof MappingStartEvent ? mapping(path) : sequence(path, (SequenceStartEvent) event);
        depth--;
        return node;
    }

    private ArrayNode sequence(String path, SequenceStartEvent start) {
        var items = JsonNodeFactory.instance.arrayNode();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            var at = YamlPath.item(path, items.size());
            places.put(at, place(at, event));
            items.add(node(at, event));
        }
        return items;
    }

    private ObjectNode mapping(String path) {
        var fields = JsonNodeFactory.instance.objectNode();
        var merged = JsonNodeFactory.instance.objectNode();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var key = key(path, event);
            var at = YamlPath.field(path, key);
            if (key.equals(MERGE)) {
                merge(at, node(at, events.next()), merged, event);
                continue;
            }
            if (places.containsKey(at)) {
                throw text.refused(
                        place(at, event),
                        key,
                        "is written twice, first in line " + places.get(at).line(),
                        "it once");
            }
            places.put(at, place(at, event));
            var value = node(at, events.next());
            if (!value.isNull()) { // to an API server, null means: not said
                fields.set(key, value);
            }
        }
        merged.fieldNames().forEachRemaining(key -> fields.putIfAbsent(key, merged.get(key)));
        return fields;
    }

    private String key(String path, Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        throw text.refused(place(path, event), "", "has a key that is no text", "key: value");
    }

    /** YAML 1.1's merge key, as kubectl reads it: what the mapping says itself wins. */
    private void merge(String path, JsonNode from, ObjectNode merged, Event event) {
        if (from instanceof ObjectNode fields) {
            fields.fieldNames().forEachRemaining(key -> merged.putIfAbsent(key, fields.get(key)));
        } else if (from.isArray()) {
            from.forEach(each -> merge(path, each, merged, event));
        } else {
            throw text.refused(place(path, event), MERGE, "merges what is no mapping", "<<: *anchor of a mapping");
        }
    }

    private JsonNode resolved(String path, AliasEvent alias) {
        var name = alias.getAlias().getValue();
        var anchored = anchors.get(name);
        if (anchored == null) {
            throw text.refused(
                    place(path, alias),
                    "*" + name,
                    "refers to an anchor that is not complete before it",
                    "&" + name + " at a value further up, outside of which *" + name + " stands");
        }
        count(alias, path, anchored.nodes());
        return anchored.node().deepCopy();
    }

    private void count(Event event, String path, int more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw tooMany(event, path);
        }
    }

    private InvalidManifestException tooMany(Event event, String path) {
        return text.refused(
                place(path, event),
                "",
                "makes more than " + MOST_NODES + " values, anchors resolved",
                "a smaller resource, without anchors that refer to anchors");
    }

    private static Place place(String path, @Nullable Event event) {
        return event == null
                ? new Place(path, 0, 0)
                : event.getStartMark()
                        .map(mark -> new Place(path, mark.getLine() + 1, mark.getColumn() + 1))
                        .orElse(new Place(path, 0, 0));
    }

    private record Anchored(JsonNode node, int nodes) {}
}
