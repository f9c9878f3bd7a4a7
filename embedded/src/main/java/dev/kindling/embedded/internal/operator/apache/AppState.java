package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an application's history.
 *
 * @param message null where there is none
 * @param driver the status of the driver's pod at that time; null where it did not matter
 */
record AppState(Summary summary, Instant since, @Nullable String message, @Nullable JsonNode driver) {

    static AppState of(Summary summary, Instant since, @Nullable String message) {
        return new AppState(summary, since, message, null);
    }

    AppState seeing(@Nullable JsonNode status) {
        return new AppState(summary, since, message, status);
    }

    static AppState read(JsonNode json) {
        return new AppState(
                Summary.valueOf(json.path("currentStateSummary").asText()),
                Instant.parse(json.path("lastTransitionTime").asText()),
                json.path("message").asText(null),
                json.get("lastObservedDriverStatus"));
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("currentStateSummary", summary.name()).put("lastTransitionTime", since.toString());
        if (driver != null) {
            json.set("lastObservedDriverStatus", driver);
        }
        if (message != null) {
            json.put("message", message);
        }
        return json;
    }
}
