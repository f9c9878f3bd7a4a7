package dev.kindling.internal.diagnosis.rule;

import dev.kindling.internal.diagnosis.evidence.NodeFacts;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a pod asks for fits any node: full now, or never.
 *
 * @param canEver false only where it is known that no node of today could ever give it
 * @param why in words
 */
record Fit(boolean canEver, String why) {

    static Fit of(String resource, String asked, List<NodeFacts> nodes) {
        Optional<String> largest = nodes.stream()
                .map(node -> node.allocatable().getOrDefault(resource, "0"))
                .max(Comparator.comparing(Fit::amount));
        if (largest.isEmpty() || asked.equals("?")) {
            return new Fit(true, "whether it would fit an empty node is not known: nodes may not be read");
        }
        return amount(asked).compareTo(amount(largest.get())) > 0
                ? new Fit(false, "it will never fit: the largest node has " + largest.get() + " in all")
                : new Fit(true, "the nodes are full now: the largest has " + largest.get() + " in all, others use it");
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.getAmountInBytes(Quantity.parse(quantity));
    }
}
