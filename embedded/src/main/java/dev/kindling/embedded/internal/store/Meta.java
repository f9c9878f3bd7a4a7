package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the metadata every object has; absent texts are empty. */
public final class Meta {
    private Meta() {}

    public static String name(JsonNode object) {
        return text(object, "name");
    }

    /** Empty for objects outside namespaces. */
    public static String namespace(JsonNode object) {
        return text(object, "namespace");
    }

    public static String uid(JsonNode object) {
        return text(object, "uid");
    }

    /** 0 where the object carries none. */
    public static long resourceVersion(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asLong(0);
    }

    public static boolean isTerminating(JsonNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    public static List<String> finalizers(JsonNode object) {
        return stream(object.path("metadata").path("finalizers"))
                .map(JsonNode::asText)
                .toList();
    }

    public static List<JsonNode> owners(JsonNode object) {
        return stream(object.path("metadata").path("ownerReferences")).toList();
    }

    public static JsonNode labels(JsonNode object) {
        return object.path("metadata").path("labels");
    }

    /** The metadata to write to; made where missing. */
    public static ObjectNode of(ObjectNode object) {
        return object.withObject("/metadata");
    }

    private static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
