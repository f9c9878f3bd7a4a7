package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code spec.restartPolicy}: whether there is another attempt after a state, and when. */
record RestartPolicy(JsonNode json) {

    /** A number of retries that is not set allows none, whatever the type says. */
    boolean retries(ApplicationStatus status) {
        var always = type().equals("Always");
        var onFailure = type().equals("OnFailure");
        return switch (status.state()) {
            case SUCCEEDING -> always;
            case FAILING -> always || onFailure && within(status.executionAttempts(), "onFailureRetries");
            case SUBMISSION_FAILED ->
                always || onFailure && within(status.submissionAttempts(), "onSubmissionFailureRetries");
            default -> false;
        };
    }

    /**
     * How long until the next attempt, not positive when it is due: the interval times the attempts made, counted from
     * the last submission, however long that attempt ran. Empty where no interval is set: Kubeflow then fails at each look
     * and the application stays as it is.
     */
    Optional<Duration> wait(ApplicationStatus status, Instant now) {
        var field = status.state() == ApplicationState.FAILING
                ? "onFailureRetryInterval"
                : "onSubmissionFailureRetryInterval";
        if (!json.hasNonNull(field) || status.submissionAttempts() <= 0) {
            return Optional.empty();
        }
        var interval = Duration.ofSeconds(json.path(field).asLong()).multipliedBy(status.submissionAttempts());
        return status.lastSubmission().map(last -> interval.minus(Duration.between(last, now)));
    }

    private String type() {
        return json.path("type").asText("Never");
    }

    private boolean within(int attempts, String retries) {
        return json.hasNonNull(retries) && attempts <= json.path(retries).asInt();
    }
}
