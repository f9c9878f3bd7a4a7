package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code applicationTolerations.restartConfig}: what follows the end of an attempt. */
record RestartRule(JsonNode json) {

    private static final long MOST = 3;
    private static final long PAUSE_MILLIS = 30_000;

    boolean isNever() {
        return policy().equals("Never");
    }

    /** The pause before the next attempt, which may depend on how the last one ended. */
    Duration pause(Summary end) {
        var millis = json.path("restartBackoffMillis").asLong(PAUSE_MILLIS);
        if (end == Summary.SchedulingFailure && has("restartBackoffMillisForSchedulingFailure")) {
            millis = json.path("restartBackoffMillisForSchedulingFailure").asLong();
        } else if (end.isFailure() && has("restartBackoffMillisForFailure")) {
            millis = json.path("restartBackoffMillisForFailure").asLong();
        }
        return Duration.ofMillis(millis);
    }

    /** The next attempt, or the end of all, after an attempt that has stopped. */
    AppStatus terminateOrRestart(AppStatus status, boolean retained, @Nullable String note, Instant now) {
        if (!restartsAfter(status.summary())) {
            return status.then(end(retained, note, now));
        }
        var next = status.attempt().next(status.summary(), isReset(status));
        return exceeded(next, status.summary())
                .map(why -> status.then(end(retained, note == null ? why : why + note, now)))
                .orElseGet(() -> status.restart(AppState.of(Summary.ScheduledToRestart, now, note), next));
    }

    private static AppState end(boolean retained, @Nullable String message, Instant now) {
        return retained
                ? AppState.of(
                        Summary.TerminatedWithoutReleaseResources,
                        now,
                        "Application is terminated without releasing resources as configured." + message)
                : AppState.of(Summary.ResourceReleased, now, message);
    }

    private boolean restartsAfter(Summary end) {
        return switch (policy()) {
            case "Always" -> true;
            case "OnFailure" -> end.isFailure();
            case "OnInfrastructureFailure" -> end.isInfrastructureFailure();
            default -> false;
        };
    }

    private boolean isReset(AppStatus status) {
        var millis = json.path("restartCounterResetMillis").asLong(-1);
        return millis >= 0 && status.attemptDuration().toMillis() >= millis;
    }

    private Optional<String> exceeded(Attempt next, Summary end) {
        var most = json.path("maxRestartAttempts").asLong(MOST);
        if (next.restarts() > most) {
            return exceeded("", most);
        }
        if (end == Summary.SchedulingFailure && has("maxRestartOnSchedulingFailure")) {
            var limit = json.path("maxRestartOnSchedulingFailure").asLong();
            return next.schedulingFailures() > limit
                    ? exceeded("on consecutive scheduling failures ", limit)
                    : Optional.empty();
        }
        if (end.isFailure() && has("maxRestartOnFailure")) {
            var limit = json.path("maxRestartOnFailure").asLong();
            return next.failures() > limit ? exceeded("on consecutive failures ", limit) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> exceeded(String where, long limit) {
        return Optional.of("The maximum number of restart attempts " + where + "(" + limit + ") has been exceeded.");
    }

    private boolean has(String field) {
        return json.hasNonNull(field);
    }

    private String policy() {
        return json.path("restartPolicy").asText("Never");
    }
}
