package dev.kindling.internal.application;

import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which operators' resources a cluster knows. Only ever offered: an application that ran elsewhere than asked for would
 * be a surprise.
 */
record OperatorSearch(List<Dialect> installed) {

    OperatorSearch {
        installed = List.copyOf(installed);
    }

    /** Whoever is logged in may ask for this. */
    static OperatorSearch in(KubernetesClient client) {
        return new OperatorSearch(Dialect.OF_OPERATORS.stream()
                .filter(dialect -> knows(client, dialect))
                .toList());
    }

    private static boolean knows(KubernetesClient client, Dialect dialect) {
        try {
            return client.hasApiGroup(dialect.resource().getGroup(), true);
        } catch (KubernetesClientException e) {
            return false; // What can't be found out is not offered.
        }
    }

    /** What to do where the resource of {@code missing} is not known. */
    String hint(Dialect missing) {
        var install =
                "install the " + missing.product() + " (this cluster does not know " + missing.resourceName() + ")";
        return missing.hasCounterparts() ? install + ", " + instead(missing) : install;
    }

    private String instead(Dialect missing) {
        var offer = installed.stream()
                .filter(dialect -> dialect != missing)
                .map(dialect -> "cluster.operator(Operator." + dialect.call() + "())")
                .collect(Collectors.joining(" or "));
        return offer.isEmpty()
                ? "or run it without any: cluster.operator(Operator.none())"
                : "or name the operator that is there: " + offer;
    }
}
