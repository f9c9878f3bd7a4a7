package dev.kindling.internal.diagnosis.evidence;

import java.util.List;
import java.util.Map;

/**
 * What a node could give.
 *
 * @param allocatable cpu, memory, pods, ...
 * @param taints {@code key=value:Effect}
 * @param problems conditions that are not as they should be, such as {@code DiskPressure} or {@code NotReady}
 */
public record NodeFacts(
        String name,
        String architecture,
        Map<String, String> labels,
        Map<String, String> allocatable,
        List<String> taints,
        List<String> problems) {
    /** Copies the collections. */
    public NodeFacts {
        labels = Map.copyOf(labels);
        allocatable = Map.copyOf(allocatable);
        taints = List.copyOf(taints);
        problems = List.copyOf(problems);
    }
}
