package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;

/** A whole response: what every request gets that is not a stream. */
record Answer(int code, JsonNode body, String contentType) {
    static final String JSON = "application/json";

    static Answer ok(JsonNode body) {
        return new Answer(200, body, JSON);
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body, JSON);
    }

    static Answer of(StatusException refusal) {
        return new Answer(refusal.code(), status(refusal), JSON);
    }

    static ObjectNode status(StatusException refusal) {
        ObjectNode status = Json.object("v1", "Status");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", refusal.getMessage()).put("reason", refusal.reason());
        status.put("code", refusal.code());
        return status;
    }

    /** What a deletion says that is through; the uid tells clients what to wait for. */
    static ObjectNode deleted(ResourceType type, ObjectNode object) {
        ObjectNode status = Json.object("v1", "Status");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", Meta.name(object));
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural()).put("uid", Meta.uid(object));
        return status;
    }
}
