package dev.kindling.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The resource that a plan was read from. Written again in its own dialect it is the same resource, changed only where
 * the plan was changed since.
 *
 * @param apiVersion which dialect it is
 * @param resource what was asked for: without status and what the API server adds
 * @param asRead the plan as it was read
 * @param kept what the plan cannot say, as JSON pointers
 * @param movedTo where Kindling would write something (JSON pointer), and where the resource says it
 */
public record Origin(
        String apiVersion, JsonNode resource, ApplicationPlan asRead, List<String> kept, Map<String, String> movedTo) {
    public Origin {
        kept = List.copyOf(kept);
        movedTo = Map.copyOf(movedTo);
    }
}
