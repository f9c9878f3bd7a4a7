package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code status} of an application: immutable, each transition gives a new one. Fields not known here are kept. */
final class ApplicationStatus {

    private static final String LAST_SUBMISSION = "lastSubmissionAttemptTime";
    private static final String TERMINATION = "terminationTime";

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

    String errorMessage() {
        return json.at("/applicationState/errorMessage").asText();
    }

    String submissionId() {
        return json.path("submissionID").asText();
    }

    String driverPod() {
        return json.at("/driverInfo/podName").asText();
    }

    String uiService() {
        return json.at("/driverInfo/webUIServiceName").asText();
    }

    int executionAttempts() {
        return json.path("executionAttempts").asInt();
    }

    int submissionAttempts() {
        return json.path("submissionAttempts").asInt();
    }

    Optional<Instant> lastSubmission() {
        return instant(LAST_SUBMISSION);
    }

    Optional<Instant> termination() {
        return instant(TERMINATION);
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
        next.put(LAST_SUBMISSION, time(now));
        next.put("submissionAttempts", submissionAttempts() + 1);
        if (!next.has(TERMINATION)) {
            next.putNull(TERMINATION);
        }
        next.withObject("/driverInfo").put("podName", driverPod);
        return new ApplicationStatus(next);
    }

    ApplicationStatus submitted() {
        var next = onlyIn(ApplicationState.SUBMITTED).json;
        next.put("executionAttempts", executionAttempts() + 1);
        return new ApplicationStatus(next);
    }

    /** The new state; without a message the one that is there stays, as in FAILING then FAILED. */
    ApplicationStatus in(ApplicationState state, @Nullable String errorMessage) {
        var next = json.deepCopy();
        var applicationState = next.withObject("/applicationState").put("state", state.text());
        if (errorMessage != null) {
            applicationState.put("errorMessage", errorMessage);
        }
        next.withObject("/driverInfo");
        return new ApplicationStatus(next);
    }

    /** The new state, and no message any more. */
    ApplicationStatus onlyIn(ApplicationState state) {
        var next = in(state, null).json;
        next.withObject("/applicationState").remove("errorMessage");
        return new ApplicationStatus(next);
    }

    /** What belonged to the attempt is forgotten; the numbers of attempts go on counting. */
    ApplicationStatus pendingRerun() {
        var next = withoutAttempt().onlyIn(ApplicationState.PENDING_RERUN).json;
        next.putNull(TERMINATION);
        return new ApplicationStatus(next);
    }

    /** For another spec everything begins anew, the numbers of attempts too. */
    ApplicationStatus invalidated() {
        var next = pendingRerun().json;
        next.remove(List.of("executionAttempts", "submissionAttempts"));
        next.putNull(LAST_SUBMISSION);
        return new ApplicationStatus(next);
    }

    ApplicationStatus suspended() {
        return withoutAttempt().onlyIn(ApplicationState.SUSPENDED);
    }

    ApplicationStatus terminatedAt(Instant now) {
        return with(TERMINATION, time(now));
    }

    ApplicationStatus sparkApplicationId(String id) {
        return with("sparkApplicationId", id);
    }

    ApplicationStatus executors(Map<String, String> states) {
        var next = json.deepCopy();
        next.remove("executorState");
        if (!states.isEmpty()) {
            var executors = next.putObject("executorState");
            states.forEach(executors::put);
        }
        return new ApplicationStatus(next);
    }

    ApplicationStatus ui(String service, int port, String address) {
        var next = json.deepCopy();
        next.withObject("/driverInfo")
                .put("webUIServiceName", service)
                .put("webUIPort", port)
                .put("webUIAddress", address);
        return new ApplicationStatus(next);
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    private ApplicationStatus withoutAttempt() {
        var next = json.deepCopy();
        next.remove(List.of("sparkApplicationId", "executorState"));
        next.putObject("driverInfo");
        return new ApplicationStatus(next);
    }

    private ApplicationStatus with(String field, String value) {
        return new ApplicationStatus(json.deepCopy().put(field, value));
    }

    private Optional<Instant> instant(String field) {
        return json.hasNonNull(field)
                ? Optional.of(Instant.parse(json.path(field).asText()))
                : Optional.empty();
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
