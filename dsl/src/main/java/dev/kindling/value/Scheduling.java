package dev.kindling.value;

import dev.kindling.internal.text.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where and when the scheduler places a pod. Immutable and thread-safe.
 *
 * <pre>{@code
 * Scheduling scheduling = PodPlan.none().nodeSelector("disk", "ssd").scheduling();
 * }</pre>
 *
 * @param nodeSelector labels a node must have
 * @param tolerations taints that do not matter
 * @param affinity rules about nodes and about keeping apart
 * @param priorityClass name of a PriorityClass
 * @param schedulerName which scheduler; default: the cluster's
 */
public record Scheduling(
        Map<String, String> nodeSelector,
        List<Toleration> tolerations,
        Affinity affinity,
        Optional<String> priorityClass,
        Optional<String> schedulerName) {

    static final Scheduling DEFAULT =
            new Scheduling(Map.of(), List.of(), Affinity.none(), Optional.empty(), Optional.empty());

    /** Copies the collections. */
    public Scheduling {
        nodeSelector = Ordered.copy(nodeSelector);
        tolerations = List.copyOf(tolerations);
    }

    /** This, and the other on top: its single values win. */
    Scheduling and(Scheduling other) {
        var tolerated = new ArrayList<>(tolerations);
        tolerated.addAll(other.tolerations);
        return new Scheduling(
                Ordered.with(nodeSelector, other.nodeSelector),
                tolerated,
                affinity.and(other.affinity),
                other.priorityClass.or(() -> priorityClass),
                other.schedulerName.or(() -> schedulerName));
    }
}
