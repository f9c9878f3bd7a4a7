package dev.kindling.internal.logs;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.operator.RunStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which attempt a pod is of. A pod is seen before the custom resource tells of its attempt, so one with an unknown
 * submission is of the next one. Not thread-safe.
 */
final class Attempts {

    private final Dialect dialect;
    private final Supplier<RunStatus> status;
    private final Map<String, Integer> byKey = new HashMap<>();

    Attempts(Dialect dialect, Supplier<RunStatus> status) {
        this.dialect = dialect;
        this.status = status;
    }

    int of(Pod pod) {
        var labels = pod.getMetadata().getLabels();
        return dialect.attemptNumber(labels)
                .orElseGet(() -> byKey.computeIfAbsent(dialect.attemptKey(labels), this::number));
    }

    private int number(String key) {
        var known = status.get();
        var next = byKey.values().stream().mapToInt(n -> n + 1).max().orElse(1);
        return key.equals(known.attemptKey()) ? Math.max(1, known.attempts()) : Math.max(next, known.attempts() + 1);
    }
}
