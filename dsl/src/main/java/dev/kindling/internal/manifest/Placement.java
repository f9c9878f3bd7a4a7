package dev.kindling.internal.manifest;

import dev.kindling.internal.text.Ordered;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever submits adds to a resource; nothing of it is known to somebody who only looks at it.
 *
 * @param name of the resource; empty: the application's
 * @param serviceAccount the target's, for a driver whose plan names none
 * @param rpcSecret a Secret made of {@link dev.kindling.internal.conf.MountedRpcSecret}; empty: Spark makes the secret
 *     up and writes it into the executors' environment
 */
public record Placement(
        Optional<String> name,
        Optional<String> namespace,
        Optional<String> serviceAccount,
        Optional<String> rpcSecret,
        Map<String, String> labels,
        Map<String, String> annotations) {
    private static final Placement NONE =
            new Placement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public Placement {
        labels = Ordered.copy(labels);
        annotations = Ordered.copy(annotations);
    }

    public static Placement none() {
        return NONE;
    }

    public Placement name(String value) {
        return new Placement(Optional.of(value), namespace, serviceAccount, rpcSecret, labels, annotations);
    }

    public Placement namespace(Optional<String> value) {
        return new Placement(name, value, serviceAccount, rpcSecret, labels, annotations);
    }

    public Placement serviceAccount(Optional<String> value) {
        return new Placement(name, namespace, value, rpcSecret, labels, annotations);
    }

    public Placement rpcSecret(String secretName) {
        return new Placement(name, namespace, serviceAccount, Optional.of(secretName), labels, annotations);
    }

    /** Of the resource. Kubeflow's operator gives it to the pods as well. */
    public Placement label(String key, String value) {
        return new Placement(
                name, namespace, serviceAccount, rpcSecret, Ordered.with(labels, Map.of(key, value)), annotations);
    }

    public Placement annotation(String key, String value) {
        return new Placement(
                name, namespace, serviceAccount, rpcSecret, labels, Ordered.with(annotations, Map.of(key, value)));
    }
}
