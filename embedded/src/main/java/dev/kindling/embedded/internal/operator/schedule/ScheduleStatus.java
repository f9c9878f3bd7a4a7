package dev.kindling.embedded.internal.operator.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code status} of a schedule; immutable. Times have whole seconds. */
record ScheduleStatus(
        String state,
        String reason,
        @Nullable Instant lastRun,
        @Nullable Instant nextRun,
        String lastRunName,
        List<String> successful,
        List<String> failed) {

    static final String SCHEDULED = "Scheduled";
    static final String FAILED_VALIDATION = "FailedValidation";

    static ScheduleStatus read(JsonNode json) {
        return new ScheduleStatus(
                json.path("scheduleState").asText(),
                json.path("reason").asText(),
                instant(json.path("lastRun")),
                instant(json.path("nextRun")),
                json.path("lastRunName").asText(),
                texts(json.path("pastSuccessfulRunNames")),
                texts(json.path("pastFailedRunNames")));
    }

    ScheduleStatus scheduled(Instant next) {
        return new ScheduleStatus(SCHEDULED, reason, lastRun, seconds(next), lastRunName, successful, failed);
    }

    ScheduleStatus invalid(String why) {
        return new ScheduleStatus(FAILED_VALIDATION, why, lastRun, nextRun, lastRunName, successful, failed);
    }

    ScheduleStatus ran(String name, Instant now, Instant next) {
        return new ScheduleStatus(state, reason, seconds(now), seconds(next), name, successful, failed);
    }

    ScheduleStatus keeping(List<String> keptSuccessful, List<String> keptFailed) {
        return new ScheduleStatus(state, reason, lastRun, nextRun, lastRunName, keptSuccessful, keptFailed);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("lastRun", lastRun == null ? null : lastRun.toString());
        put(json, "lastRunName", lastRunName);
        json.put("nextRun", nextRun == null ? null : nextRun.toString());
        put(json, "pastFailedRunNames", failed);
        put(json, "pastSuccessfulRunNames", successful);
        put(json, "reason", reason);
        put(json, "scheduleState", state);
        return json;
    }

    private static void put(ObjectNode json, String field, String text) {
        if (!text.isEmpty()) {
            json.put(field, text);
        }
    }

    private static void put(ObjectNode json, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(field)::add);
        }
    }

    private static @Nullable Instant instant(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.asText()) : null;
    }

    private static @Nullable Instant seconds(Instant instant) {
        return instant.equals(Instant.MAX) ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<String> texts(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
