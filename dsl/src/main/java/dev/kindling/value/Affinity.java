package dev.kindling.value;

import java.util.ArrayList;
import java.util.List;

/**
 * On which nodes pods may or should run, and whether they keep apart. Immutable and thread-safe.
 *
 * <pre>{@code
 * Affinity placed = Affinity.none()
 *         .requireNode("kubernetes.io/arch", "amd64")
 *         .avoidNode("disk", "hdd")
 *         .spreadOver("kubernetes.io/hostname");
 * }</pre>
 *
 * <p>Rule: {@code affinity} of the Kubernetes pod spec; several required rules must all hold.
 *
 * @param nodes rules about labels of nodes
 * @param spreads topology keys over which the pods of a run keep apart
 */
public record Affinity(List<NodeRule> nodes, List<Spread> spreads) {
    private static final Affinity NONE = new Affinity(List.of(), List.of());

    /** Copies the lists. */
    public Affinity {
        nodes = List.copyOf(nodes);
        spreads = List.copyOf(spreads);
    }

    /** No rule. */
    public static Affinity none() {
        return NONE;
    }

    /** Only nodes whose label has one of the values. */
    public Affinity requireNode(String label, String... values) {
        return with(new NodeRule(label, true, List.of(values), true));
    }

    /** Rather nodes whose label has one of the values. */
    public Affinity preferNode(String label, String... values) {
        return with(new NodeRule(label, true, List.of(values), false));
    }

    /** No node whose label has one of the values. */
    public Affinity avoidNode(String label, String... values) {
        return with(new NodeRule(label, false, List.of(values), true));
    }

    /** Rather not two pods of this run in the same topology, for example {@code "kubernetes.io/hostname"}. */
    public Affinity spreadOver(String topologyKey) {
        return with(new Spread(topologyKey, false));
    }

    /** Never two pods of this run in the same topology. */
    public Affinity requireSpreadOver(String topologyKey) {
        return with(new Spread(topologyKey, true));
    }

    /** Both: these rules and the others. */
    Affinity and(Affinity others) {
        var allNodes = new ArrayList<>(nodes);
        allNodes.addAll(others.nodes);
        var allSpreads = new ArrayList<>(spreads);
        allSpreads.addAll(others.spreads);
        return new Affinity(allNodes, allSpreads);
    }

    private Affinity with(NodeRule rule) {
        return and(new Affinity(List.of(rule), List.of()));
    }

    private Affinity with(Spread spread) {
        return and(new Affinity(List.of(), List.of(spread)));
    }

    /**
     * A rule about a node label.
     *
     * @param label the label's key
     * @param in whether the value must be one of {@code values}, or none of them
     * @param values at least one
     * @param required whether pods stay pending rather than break the rule
     */
    public record NodeRule(String label, boolean in, List<String> values, boolean required) {
        /** Refuses a blank label and no values. */
        public NodeRule {
            values = List.copyOf(values);
            if (label.isBlank() || values.isEmpty()) {
                throw new IllegalArgumentException("Node rule on label \"" + label + "\" with values " + values
                        + " says nothing: write .requireNode(\"disk\", \"ssd\")");
            }
        }
    }

    /**
     * Pods keep apart.
     *
     * @param topologyKey the node label that says what apart means
     * @param required whether pods stay pending rather than share
     */
    public record Spread(String topologyKey, boolean required) {
        /** Refuses a blank key. */
        public Spread {
            if (topologyKey.isBlank()) {
                throw new IllegalArgumentException(
                        "Spread has no topology key: write .spreadOver(\"kubernetes.io/hostname\")");
            }
        }
    }
}
