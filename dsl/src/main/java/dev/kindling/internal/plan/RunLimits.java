package dev.kindling.internal.plan;

import java.time.Duration;
import java.util.Optional;

/** What the spec says about waiting, failing and encrypting; empty parts are defaults (see {@link WorkloadPlan}). */
public record RunLimits(
        Optional<Duration> startTimeout, Optional<Integer> maxExecutorFailures, Optional<Boolean> encryption) {
    static final RunLimits DEFAULTS = new RunLimits(Optional.empty(), Optional.empty(), Optional.empty());
}
