package dev.kindling.value;

import java.time.Duration;
import java.util.Optional;

/**
 * How many executors: a fixed number, or as many as the work needs. Immutable and thread-safe.
 *
 * <pre>{@code
 * ExecutorCount count = ExecutorPlan.dynamic(1, 10).count();
 * boolean elastic = count instanceof ExecutorCount.Dynamic;
 * }</pre>
 */
public sealed interface ExecutorCount {
    /** How many executors are asked for at the start. */
    int atStart();

    /** How many executors there can be at most. */
    int atMost();

    /**
     * A fixed number.
     *
     * @param executors at least 1
     */
    record Fixed(int executors) implements ExecutorCount {
        /** Refuses less than one executor. */
        public Fixed {
            if (executors < 1) {
                throw new IllegalArgumentException(
                        "ExecutorPlan.of(" + executors + ") has no executor: write ExecutorPlan.of(1) or more");
            }
        }

        @Override
        public int atStart() {
            return executors;
        }

        @Override
        public int atMost() {
            return executors;
        }
    }

    /**
     * Spark's dynamic allocation. That {@code min <= initial <= max} holds is checked with the whole spec.
     *
     * @param min at least 0
     * @param max at least 1
     * @param initial default: {@code min}
     * @param idle how long an executor may be idle before it is given back; Spark's default is 60 s
     */
    record Dynamic(int min, int max, Optional<Integer> initial, Optional<Duration> idle) implements ExecutorCount {
        /** Refuses negative numbers and no idle time. */
        public Dynamic {
            if (min < 0 || max < 1) {
                throw new IllegalArgumentException("ExecutorPlan.dynamic(" + min + ", " + max
                        + ") needs min >= 0 and max >= 1: write ExecutorPlan.dynamic(" + Math.max(0, min) + ", "
                        + Math.max(1, Math.max(min, max)) + ")");
            }
            initial.filter(n -> n < 0).ifPresent(n -> {
                throw new IllegalArgumentException("initial(" + n + ") is negative: write .initial(0)");
            });
            idle.filter(time -> time.toSeconds() < 1).ifPresent(time -> {
                throw new IllegalArgumentException(
                        "idle(" + time + ") is under a second: write .idle(Duration.ofSeconds(60))");
            });
        }

        @Override
        public int atStart() {
            return initial.orElse(min);
        }

        @Override
        public int atMost() {
            return max;
        }
    }
}
