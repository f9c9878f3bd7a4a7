package dev.kindling.target;

import java.time.Duration;
import java.util.Optional;

/**
 * What can be said to Apache's operator and to no other: it belongs to the operator and not to the application, so that
 * one application can be written in both dialects. Immutable and thread-safe.
 *
 * <pre>{@code
 * Operator patient = Operator.apache(ApacheOptions.defaults()
 *         .retain(RetainPolicy.ON_FAILURE)
 *         .retainFor(Duration.ofHours(2))
 *         .driverStartTimeout(Duration.ofMinutes(20)));
 * }</pre>
 *
 * <p>Rules: {@code applicationTolerations} of Apache's resource. Its operator looks at time limits every two minutes or
 * when something else happens.
 *
 * @param retain whether pods stay after the end
 * @param retainFor how long they stay; default: as long as the resource
 * @param restartCounterReset after a run of this length restarts are counted from zero; default: never
 * @param timeouts how long a start and an end may take
 * @param healthy how many executors must be there; default: not looked at
 */
public record ApacheOptions(
        RetainPolicy retain,
        Optional<Duration> retainFor,
        Optional<Duration> restartCounterReset,
        Timeouts timeouts,
        Optional<HealthyExecutors> healthy) {
    private static final ApacheOptions DEFAULTS = new ApacheOptions(
            RetainPolicy.NEVER,
            Optional.empty(),
            Optional.empty(),
            new Timeouts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty());

    /** Refuses times that are none. */
    public ApacheOptions {
        retainFor.ifPresent(ApacheOptions::requireTime);
        restartCounterReset.ifPresent(ApacheOptions::requireTime);
    }

    /** Nothing special. */
    public static ApacheOptions defaults() {
        return DEFAULTS;
    }

    /** Whether pods stay after the end; default: never. */
    public ApacheOptions retain(RetainPolicy policy) {
        return new ApacheOptions(policy, retainFor, restartCounterReset, timeouts, healthy);
    }

    /** How long they stay; default: as long as the resource. */
    public ApacheOptions retainFor(Duration time) {
        return new ApacheOptions(retain, Optional.of(time), restartCounterReset, timeouts, healthy);
    }

    /** After a run of this length restarts are counted from zero again; default: never. */
    public ApacheOptions restartCounterReset(Duration time) {
        return new ApacheOptions(retain, retainFor, Optional.of(time), timeouts, healthy);
    }

    /** How long a driver may take to be scheduled and started; default: the spec's start timeout, else five minutes. */
    public ApacheOptions driverStartTimeout(Duration time) {
        return timeouts(new Timeouts(
                Optional.of(time), timeouts.driverReady(), timeouts.executorStart(), timeouts.forceTermination()));
    }

    /** How long a started driver may take to be ready; default: five minutes. */
    public ApacheOptions driverReadyTimeout(Duration time) {
        return timeouts(new Timeouts(
                timeouts.driverStart(), Optional.of(time), timeouts.executorStart(), timeouts.forceTermination()));
    }

    /** How long the least number of executors may take; default: five minutes. */
    public ApacheOptions executorStartTimeout(Duration time) {
        return timeouts(new Timeouts(
                timeouts.driverStart(), timeouts.driverReady(), Optional.of(time), timeouts.forceTermination()));
    }

    /** How long pods may take to end by themselves; default: five minutes. */
    public ApacheOptions forceTermination(Duration time) {
        return timeouts(new Timeouts(
                timeouts.driverStart(), timeouts.driverReady(), timeouts.executorStart(), Optional.of(time)));
    }

    /**
     * How many executors must be there, which the operator's states tell and its timeouts wait for.
     *
     * @param initial at the start
     * @param min later on
     * @param max what full capacity is
     */
    public ApacheOptions healthyExecutors(int initial, int min, int max) {
        var bounds = new HealthyExecutors(initial, min, max);
        return new ApacheOptions(retain, retainFor, restartCounterReset, timeouts, Optional.of(bounds));
    }

    private ApacheOptions timeouts(Timeouts value) {
        return new ApacheOptions(retain, retainFor, restartCounterReset, value, healthy);
    }

    private static void requireTime(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("Time of " + time + " is none: write Duration.ofMinutes(5)");
        }
    }

    /** How long a start and an end may take; what is empty is the operator's default. */
    public record Timeouts(
            Optional<Duration> driverStart,
            Optional<Duration> driverReady,
            Optional<Duration> executorStart,
            Optional<Duration> forceTermination) {
        /** Refuses times that are none. */
        public Timeouts {
            driverStart.ifPresent(ApacheOptions::requireTime);
            driverReady.ifPresent(ApacheOptions::requireTime);
            executorStart.ifPresent(ApacheOptions::requireTime);
            forceTermination.ifPresent(ApacheOptions::requireTime);
        }
    }

    /** How many executors must be there at the start and later on, and what full capacity is. */
    public record HealthyExecutors(int initial, int min, int max) {
        /** Refuses numbers that have no order. */
        public HealthyExecutors {
            if (initial < 0 || min < 0 || max < Math.max(initial, min)) {
                throw new IllegalArgumentException("healthyExecutors(" + initial + ", " + min + ", " + max
                        + ") has no order: write .healthyExecutors(1, 1, 4)");
            }
        }
    }
}
