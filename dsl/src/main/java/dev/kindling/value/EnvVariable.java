package dev.kindling.value;

import dev.kindling.internal.text.Redaction;

/**
 * One environment variable of a pod's Spark container. Immutable and thread-safe; {@code toString} hides values whose
 * name says that they are secret.
 *
 * <pre>{@code
 * EnvVariable zone = PodPlan.none().env("TZ", "UTC").env().get(0);
 * }</pre>
 *
 * @param name the variable's name
 * @param source where its value comes from
 */
public record EnvVariable(String name, Source source) {

    @Override
    public String toString() {
        return name + "=" + (source instanceof Text text ? Redaction.shown(name, text.value()) : source.toString());
    }

    /** Where a value comes from. */
    public sealed interface Source {}

    /** The value itself. */
    public record Text(String value) implements Source {}

    /** A key of a Secret in the pod's namespace. */
    public record SecretKey(String secret, String key) implements Source {}

    /** A key of a ConfigMap in the pod's namespace. */
    public record ConfigMapKey(String configMap, String key) implements Source {}
}
