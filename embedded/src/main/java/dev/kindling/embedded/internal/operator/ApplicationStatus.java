package dev.kindling.embedded.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code status} of an application: immutable, each transition gives a new one. Fields not known here are kept. */
final class ApplicationStatus {

    private final ObjectNode json;

    private ApplicationStatus(ObjectNode json) {
        this.json = json;
    }

    static ApplicationStatus of(JsonNode json) {
        return new ApplicationStatus(
                json instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode());
    }

    ApplicationState state() {
        return ApplicationState.parse(json.at("/applicationState/state").asText());
    }

    String submissionId() {
        return json.path("submissionID").asText();
    }

    String driverPod() {
        return json.at("/driverInfo/podName").asText();
    }

    /** Executor states by pod name. */
    SortedMap<String, String> executors() {
        var executors = new TreeMap<String, String>();
        json.path("executorState")
                .properties()
                .forEach(e -> executors.put(e.getKey(), e.getValue().asText()));
        return executors;
    }

    /** The next attempt is about to be made: its id has to be known before anything is labelled with it. */
    ApplicationStatus submitting(String driverPod, Instant now) {
        var next = json.deepCopy();
        next.put("submissionID", UUID.randomUUID().toString());
        next.put("lastSubmissionAttemptTime", time(now));
        next.put("submissionAttempts", json.path("submissionAttempts").asInt() + 1);
        next.putNull("terminationTime");
        next.withObject("/driverInfo").put("podName", driverPod);
        return new ApplicationStatus(next);
    }

    ApplicationStatus submitted() {
        var next = in(ApplicationState.SUBMITTED, null).json;
        next.put("executionAttempts", json.path("executionAttempts").asInt() + 1);
        return new ApplicationStatus(next);
    }

    /** The new state; without a message the one that is there stays, as in FAILING then FAILED. */
    ApplicationStatus in(ApplicationState state, @Nullable String errorMessage) {
        var next = json.deepCopy();
        var applicationState = next.withObject("/applicationState").put("state", state.text());
        if (errorMessage != null) {
            applicationState.put("errorMessage", errorMessage);
        }
        return new ApplicationStatus(next);
    }

    ApplicationStatus terminatedAt(Instant now) {
        return json.hasNonNull("terminationTime") ? this : with("terminationTime", time(now));
    }

    ApplicationStatus sparkApplicationId(String id) {
        return with("sparkApplicationId", id);
    }

    ApplicationStatus executors(Map<String, String> states) {
        var next = json.deepCopy();
        var executors = next.putObject("executorState");
        states.forEach(executors::put);
        return new ApplicationStatus(next);
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    private ApplicationStatus with(String field, String value) {
        return new ApplicationStatus(json.deepCopy().put(field, value));
    }

    /** Kubernetes writes whole seconds. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationStatus that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
