package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** {@code spec.applicationTolerations}, with its defaults. */
record Tolerations(JsonNode json) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    RestartRule restart() {
        return new RestartRule(json.path("restartConfig"));
    }

    /** Whether what an attempt leaves is kept after this end. */
    boolean retains(Summary end) {
        return switch (json.path("resourceRetainPolicy").asText("Never")) {
            case "Always" -> true;
            case "OnFailure" -> end.isFailure();
            default -> false;
        };
    }

    /** How long what is kept is kept: the shorter of two limits, empty for ever. */
    Optional<Duration> retention() {
        var own = limit("resourceRetainDurationMillis");
        var ttl = timeToLive();
        if (own.isPresent() && ttl.isPresent()) {
            return own.get().compareTo(ttl.get()) < 0 ? own : ttl;
        }
        return own.or(() -> ttl);
    }

    /** How long the application itself stays after its end; empty for ever. */
    Optional<Duration> timeToLive() {
        return limit("ttlAfterStopMillis");
    }

    /** How long the application may be in a state before it is given up; empty for ever. */
    Optional<Duration> patience(Summary state) {
        return switch (state) {
            case DriverRequested -> timeout("driverStartTimeoutMillis");
            case DriverStarted -> timeout("driverReadyTimeoutMillis");
            case DriverReady, InitializedBelowThresholdExecutors -> timeout("executorStartTimeoutMillis");
            default -> Optional.empty();
        };
    }

    Duration pauseAfterTermination() {
        return Duration.ofMillis(json.at("/applicationTimeoutConfig/terminationRequeuePeriodMillis")
                .asLong(2_000));
    }

    int executors(String field) {
        return json.at("/instanceConfig/" + field).asInt(0);
    }

    private Optional<Duration> timeout(String field) {
        var millis = json.at("/applicationTimeoutConfig/" + field).asLong(TIMEOUT.toMillis());
        return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }

    private Optional<Duration> limit(String field) {
        var millis = json.path(field).asLong(-1);
        return millis >= 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}
