package dev.kindling.value;

import java.util.Optional;

/**
 * What one driver or executor is given. An empty part means Spark's default. Immutable and thread-safe.
 *
 * <pre>{@code
 * RoleResources given = ExecutorPlan.of(4).cores(2).memory("4g").resources();
 * int cores = given.cores().orElse(1);
 * }</pre>
 *
 * @param cores tasks at a time (executor) or threads (driver); Spark's default is 1
 * @param memory heap; Spark's default is 1g
 * @param memoryOverhead what the pod gets beyond the heap; Spark's default is a tenth of it, at least 384m
 * @param cpuRequest the pod's cpu request; default: {@code cores}
 * @param cpuLimit the pod's cpu limit; default: none
 */
public record RoleResources(
        Optional<Integer> cores,
        Optional<Memory> memory,
        Optional<Memory> memoryOverhead,
        Optional<Cores> cpuRequest,
        Optional<Cores> cpuLimit) {

    static final RoleResources DEFAULTS =
            new RoleResources(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses less than one core. */
    public RoleResources {
        cores.filter(n -> n < 1).ifPresent(n -> {
            throw new IllegalArgumentException("cores(" + n + ") leaves nothing to run tasks on: write .cores(1)");
        });
    }

    RoleResources cores(int value) {
        return new RoleResources(Optional.of(value), memory, memoryOverhead, cpuRequest, cpuLimit);
    }

    RoleResources memory(Memory value) {
        return new RoleResources(cores, Optional.of(value), memoryOverhead, cpuRequest, cpuLimit);
    }

    RoleResources memoryOverhead(Memory value) {
        return new RoleResources(cores, memory, Optional.of(value), cpuRequest, cpuLimit);
    }

    RoleResources cpuRequest(Cores value) {
        return new RoleResources(cores, memory, memoryOverhead, Optional.of(value), cpuLimit);
    }

    RoleResources cpuLimit(Cores value) {
        return new RoleResources(cores, memory, memoryOverhead, cpuRequest, Optional.of(value));
    }
}
