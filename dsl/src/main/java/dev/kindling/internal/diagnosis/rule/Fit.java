package dev.kindling.internal.diagnosis.rule;

import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.NodeFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what a pod asks for fits any node: full now, or never.
 *
 * @param canEver false only where it is known that the nodes of today could never give it
 * @param why in words
 */
record Fit(boolean canEver, String why) {

    /** What the autoscalers of nodes say of a pod for which they make one. */
    private static final Set<String> NODE_COMES = Set.of("TriggeredScaleUp", "Nominated");

    static Fit of(String resource, PodFacts pod, Evidence evidence) {
        if (isNodeComing(pod, evidence)) {
            return new Fit(true, "the nodes are full now, and a new one is being added");
        }
        var asked = Optional.ofNullable(pod.requests().get(resource));
        var nodes = evidence.nodesFor(pod);
        var largest = nodes.stream().map(node -> given(node, resource)).max(Comparator.comparing(Fit::amount));
        if (largest.isEmpty() || asked.isEmpty()) {
            return new Fit(true, "whether it would fit an empty node is not known: nodes may not be read");
        }
        if (amount(asked.get()).compareTo(amount(largest.get())) > 0) {
            return new Fit(false, "it will never fit: the largest node has " + largest.get() + " in all");
        }
        return together(resource, pod, evidence, nodes)
                .orElseGet(() -> new Fit(
                        true, "the nodes are full now: the largest has " + largest.get() + " in all, others use it"));
    }

    /** Whether an autoscaler makes a node for the pod. */
    static boolean isNodeComing(PodFacts pod, Evidence evidence) {
        return evidence.eventsOf(pod).anyMatch(event -> NODE_COMES.contains(event.reason()));
    }

    /** Each pod may fit, but not all of the run's at the same time. */
    private static Optional<Fit> together(String resource, PodFacts pod, Evidence evidence, List<NodeFacts> nodes) {
        var asked = sum(evidence.openPods()
                .filter(each -> each.run().equals(pod.run()) && !each.hasEnded())
                .map(each -> each.requests().getOrDefault(resource, "0"))
                .toList());
        var there = sum(nodes.stream().map(node -> given(node, resource)).toList());
        return Optional.of(new Fit(
                        false,
                        "its pods will never fit together: they ask for " + words(resource, asked) + ", all nodes have "
                                + words(resource, there)))
                .filter(never -> asked.compareTo(there) > 0);
    }

    private static String given(NodeFacts node, String resource) {
        return node.allocatable().getOrDefault(resource, "0");
    }

    private static BigDecimal sum(List<String> quantities) {
        return quantities.stream().map(Fit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String words(String resource, BigDecimal amount) {
        var isBytes = resource.equals("memory") || resource.endsWith("storage");
        return isBytes
                ? amount.divide(new BigDecimal(BigInteger.ONE.shiftLeft(20)), 0, RoundingMode.HALF_UP) + "Mi"
                : amount.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.getAmountInBytes(Quantity.parse(quantity));
    }
}
