package dev.kindling.internal.diagnosis.evidence;

import dev.kindling.diagnosis.Clue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of an operator.
 *
 * @param product as in {@link ApplicationFacts#operator}
 * @param label by which its deployments were looked for in all namespaces
 * @param deployments none: it is not installed, or not as its Helm chart does it
 */
public record OperatorFacts(String product, String label, List<Deployment> deployments) {

    /** Copies the list. */
    public OperatorFacts {
        deployments = List.copyOf(deployments);
    }

    /** Whether it does not run anywhere. */
    public boolean isDown() {
        return deployments.stream().noneMatch(Deployment::ready);
    }

    /** Whether all that run were told which namespaces to watch, and this is none of them. */
    public boolean passesOver(String namespace) {
        return deployments.stream()
                .filter(Deployment::ready)
                .allMatch(each ->
                        !each.namespaces().isEmpty() && !each.namespaces().contains(namespace));
    }

    /**
     * One of its deployments.
     *
     * @param place namespace and name
     * @param ready whether a pod of it is
     * @param namespaces those that it was told to watch; empty: all, or what can't be told from outside
     * @param told where they stand; null where none do
     */
    public record Deployment(String place, boolean ready, List<String> namespaces, @Nullable Clue told) {

        /** Copies the list. */
        public Deployment {
            namespaces = List.copyOf(namespaces);
        }
    }
}
