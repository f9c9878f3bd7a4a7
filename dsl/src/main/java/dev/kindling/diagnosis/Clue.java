package dev.kindling.diagnosis;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was seen in the cluster or in a log, word for word but for secrets. Immutable and thread-safe.
 *
 * <pre>{@code
 * static List<String> objects(Finding finding) {
 *     return finding.evidence().stream().map(Clue::object).toList();
 * }
 * }</pre>
 *
 * @param object kind, namespace and name, such as {@code Pod etl/nightly-driver}
 * @param field which part of it: {@code status.conditions[PodScheduled]}, {@code log}, an event's reason, ...
 * @param said what stands there
 * @param seen when it was written there; null where the place has no time
 */
public record Clue(String object, String field, String said, @Nullable Instant seen) implements Serializable {
    /** When it was written there; empty where the place has no time. */
    public Optional<Instant> time() {
        return Optional.ofNullable(seen);
    }

    @Override
    public String toString() {
        return object + " " + field + time().map(at -> " at " + at).orElse("") + ": " + said;
    }
}
