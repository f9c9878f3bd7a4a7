package dev.kindling.value;

import java.time.Duration;
import java.util.Optional;

/**
 * How many executors, what each is given, and what is special about their pods. Immutable and thread-safe: every method
 * returns a new plan.
 *
 * <pre>{@code
 * ExecutorPlan steady = ExecutorPlan.of(4).cores(2).memory("4g");
 * ExecutorPlan elastic = ExecutorPlan.dynamic(1, 20).initial(2).idle(Duration.ofMinutes(2));
 * }</pre>
 *
 * @param count how many
 * @param resources what each is given; Spark's defaults (1 core, 1g) where nothing is said
 * @param pod what is special about executor pods, on top of what the spec says of all pods
 */
public record ExecutorPlan(ExecutorCount count, RoleResources resources, PodPlan pod) {
    /** A fixed number of executors, at least 1. */
    public static ExecutorPlan of(int executors) {
        return new ExecutorPlan(new ExecutorCount.Fixed(executors), RoleResources.DEFAULTS, PodPlan.none());
    }

    /** As many executors as the work needs, within bounds: Spark's dynamic allocation. */
    public static ExecutorPlan dynamic(int min, int max) {
        var count = new ExecutorCount.Dynamic(min, max, Optional.empty(), Optional.empty());
        return new ExecutorPlan(count, RoleResources.DEFAULTS, PodPlan.none());
    }

    /**
     * How many executors dynamic allocation starts with; default: the lower bound.
     *
     * @throws IllegalArgumentException if the plan has a fixed number
     */
    public ExecutorPlan initial(int executors) {
        var bounds = bounds("initial");
        return count(new ExecutorCount.Dynamic(bounds.min(), bounds.max(), Optional.of(executors), bounds.idle()));
    }

    /**
     * How long an executor may be idle before dynamic allocation gives it back; Spark's default is 60 s.
     *
     * @throws IllegalArgumentException if the plan has a fixed number
     */
    public ExecutorPlan idle(Duration time) {
        var bounds = bounds("idle");
        return count(new ExecutorCount.Dynamic(bounds.min(), bounds.max(), bounds.initial(), Optional.of(time)));
    }

    /** Tasks at a time in one executor, and its cpu request unless {@link #cpuRequest} says else. */
    public ExecutorPlan cores(int cores) {
        return resources(resources.cores(cores));
    }

    /** Heap of one executor, for example {@code "4g"}. */
    public ExecutorPlan memory(String size) {
        return memory(Memory.parse(size));
    }

    /** Heap of one executor. */
    public ExecutorPlan memory(Memory size) {
        return resources(resources.memory(size));
    }

    /** What the pod gets beyond the heap, for example {@code "1g"}. */
    public ExecutorPlan memoryOverhead(String size) {
        return memoryOverhead(Memory.parse(size));
    }

    /** What the pod gets beyond the heap. */
    public ExecutorPlan memoryOverhead(Memory size) {
        return resources(resources.memoryOverhead(size));
    }

    /** The pod's cpu request, for example {@code "500m"}. */
    public ExecutorPlan cpuRequest(String cores) {
        return resources(resources.cpuRequest(Cores.parse(cores)));
    }

    /** The pod's cpu limit, for example {@code "2"}. */
    public ExecutorPlan cpuLimit(String cores) {
        return resources(resources.cpuLimit(Cores.parse(cores)));
    }

    /** What is special about executor pods. */
    public ExecutorPlan pod(PodPlan special) {
        return new ExecutorPlan(count, resources, special);
    }

    private ExecutorPlan count(ExecutorCount value) {
        return new ExecutorPlan(value, resources, pod);
    }

    private ExecutorPlan resources(RoleResources value) {
        return new ExecutorPlan(count, value, pod);
    }

    private ExecutorCount.Dynamic bounds(String method) {
        if (count instanceof ExecutorCount.Dynamic bounds) {
            return bounds;
        }
        throw new IllegalArgumentException(method + " has no meaning for a fixed number of executors: write "
                + "ExecutorPlan.dynamic(1, " + count.atMost() + ")." + method + "(..)");
    }
}
