package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Number of an attempt, and how many restarts there were before it: of all kinds, and for each kind in a row. */
record Attempt(long id, long restarts, long failures, long schedulingFailures) {

    static final Attempt FIRST = new Attempt(0, 0, 0, 0);

    static Attempt read(JsonNode json) {
        return new Attempt(
                json.path("id").asLong(),
                json.path("restartCounter").asLong(),
                json.path("failureRestartCounter").asLong(),
                json.path("schedulingFailureRestartCounter").asLong());
    }

    /** @param reset the attempt ran so long that earlier restarts do not count any more */
    Attempt next(Summary end, boolean reset) {
        if (reset) {
            return new Attempt(id + 1, 1, 0, 0);
        }
        return new Attempt(
                id + 1,
                restarts + 1,
                end.isFailure() ? failures + 1 : 0,
                end == Summary.SchedulingFailure ? schedulingFailures + 1 : 0);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("restartCounter", restarts)
                .put("failureRestartCounter", failures)
                .put("schedulingFailureRestartCounter", schedulingFailures);
    }
}
