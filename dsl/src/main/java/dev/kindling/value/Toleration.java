package dev.kindling.value;

import java.util.Optional;

/**
 * Lets a pod run on nodes that have a taint. Immutable and thread-safe.
 *
 * <pre>{@code
 * Toleration spot = Toleration.of("lifecycle", "spot").effect(Toleration.Effect.NO_SCHEDULE);
 * Toleration any = Toleration.ofKey("gpu");
 * }</pre>
 *
 * <p>Rule: {@code tolerations} of the Kubernetes pod spec.
 *
 * @param key the taint's key
 * @param value the taint's value; empty: any value
 * @param effect the taint's effect; empty: any effect
 */
public record Toleration(String key, Optional<String> value, Optional<Effect> effect) {
    /** Refuses a blank key. */
    public Toleration {
        if (key.isBlank()) {
            throw new IllegalArgumentException("Toleration has no key: write Toleration.ofKey(\"gpu\")");
        }
    }

    /** Tolerates the taint whatever its value. */
    public static Toleration ofKey(String key) {
        return new Toleration(key, Optional.empty(), Optional.empty());
    }

    /** Tolerates the taint with this value. */
    public static Toleration of(String key, String value) {
        return new Toleration(key, Optional.of(value), Optional.empty());
    }

    /** Only this effect; default: any. */
    public Toleration effect(Effect only) {
        return new Toleration(key, value, Optional.of(only));
    }

    /** What a taint does to pods that do not tolerate it. */
    public enum Effect {
        /** New pods are not placed. */
        NO_SCHEDULE("NoSchedule"),
        /** New pods are placed elsewhere where possible. */
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        /** Running pods are ended too. */
        NO_EXECUTE("NoExecute");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** As Kubernetes writes it. */
        @Override
        public String toString() {
            return text;
        }
    }
}
