package dev.kindling.value;

import dev.kindling.internal.text.Ordered;
import java.util.Map;

/**
 * Labels and annotations of a pod. Immutable and thread-safe.
 *
 * <pre>{@code
 * PodMetadata metadata = PodPlan.none().label("team", "data").metadata();
 * }</pre>
 *
 * @param labels in the order they were written
 * @param annotations in the order they were written
 */
public record PodMetadata(Map<String, String> labels, Map<String, String> annotations) {
    static final PodMetadata NONE = new PodMetadata(Map.of(), Map.of());

    /** Copies the maps. */
    public PodMetadata {
        labels = Ordered.copy(labels);
        annotations = Ordered.copy(annotations);
    }

    PodMetadata and(PodMetadata other) {
        return new PodMetadata(Ordered.with(labels, other.labels), Ordered.with(annotations, other.annotations));
    }
}
