package dev.kindling.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The resource that a schedule was read from; its application has an origin of its own.
 *
 * @param resource what was asked for: without status and what the API server adds
 * @param asRead the plan as it was read
 * @param kept what neither schedule nor application can say, as JSON pointers
 */
public record ScheduleOrigin(JsonNode resource, SchedulePlan asRead, List<String> kept) {
    public ScheduleOrigin {
        kept = List.copyOf(kept);
    }
}
