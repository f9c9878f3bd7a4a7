package dev.kindling.internal.plan;

import dev.kindling.run.LogKeeping;
import dev.kindling.value.RestartPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * When an application starts, starts again and is removed.
 *
 * @param timeToLive how long the resource stays after the end; empty: until somebody deletes it
 * @param kueueQueue the local queue of Kueue that lets it start
 * @param suspended whether it is made without being started
 * @param idempotencyKey names the run, so that submitting it twice makes one
 * @param logs whether and where the run's logs are kept; the resource does not say it
 */
public record Lifecycle(
        RestartPolicy restart,
        Optional<Duration> timeToLive,
        Optional<String> kueueQueue,
        boolean suspended,
        Optional<String> idempotencyKey,
        LogKeeping logs) {
    static final Lifecycle DEFAULTS = new Lifecycle(
            RestartPolicy.never(), Optional.empty(), Optional.empty(), false, Optional.empty(), LogKeeping.defaults());

    public Lifecycle restart(RestartPolicy value) {
        return new Lifecycle(value, timeToLive, kueueQueue, suspended, idempotencyKey, logs);
    }

    public Lifecycle timeToLive(Duration value) {
        return new Lifecycle(restart, Optional.of(value), kueueQueue, suspended, idempotencyKey, logs);
    }

    public Lifecycle kueueQueue(String value) {
        return new Lifecycle(restart, timeToLive, Optional.of(value), suspended, idempotencyKey, logs);
    }

    public Lifecycle suspended(boolean value) {
        return new Lifecycle(restart, timeToLive, kueueQueue, value, idempotencyKey, logs);
    }

    public Lifecycle idempotencyKey(String value) {
        return new Lifecycle(restart, timeToLive, kueueQueue, suspended, Optional.of(value), logs);
    }

    public Lifecycle logs(LogKeeping value) {
        return new Lifecycle(restart, timeToLive, kueueQueue, suspended, idempotencyKey, value);
    }
}
