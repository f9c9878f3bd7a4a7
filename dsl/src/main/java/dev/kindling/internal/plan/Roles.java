package dev.kindling.internal.plan;

import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import java.util.Optional;

/** Driver and executors, as far as the spec says something, and what holds for the pods of both. */
public record Roles(Optional<ExecutorPlan> executors, Optional<DriverPlan> driver, PodPlan pods) {
    static final Roles DEFAULTS = new Roles(Optional.empty(), Optional.empty(), PodPlan.none());
}
