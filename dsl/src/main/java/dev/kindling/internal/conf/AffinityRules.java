package dev.kindling.internal.conf;

import dev.kindling.value.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeAffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodAntiAffinityBuilder;
import java.util.List;

/** The client's affinity from ours; what a user's template already says is replaced only where ours speaks of it. */
final class AffinityRules {
    /** Preferences are ranked from 1 to 100; ours all count alike. */
    private static final int WEIGHT = 100;

    private AffinityRules() {}

    static io.fabric8.kubernetes.api.model.Affinity of(Affinity wanted, Pod base) {
        var affinity = new AffinityBuilder(base.getSpec().getAffinity());
        if (!wanted.nodes().isEmpty()) {
            affinity.withNodeAffinity(nodes(wanted.nodes()));
        }
        if (!wanted.spreads().isEmpty()) {
            affinity.withPodAntiAffinity(apart(wanted.spreads()));
        }
        return affinity.build();
    }

    private static NodeAffinity nodes(List<Affinity.NodeRule> rules) {
        var affinity = new NodeAffinityBuilder();
        // One term with all of them: terms are alternatives, requirements within a term must all hold.
        var required = rules.stream()
                .filter(Affinity.NodeRule::required)
                .map(AffinityRules::requirement)
                .toList();
        if (!required.isEmpty()) {
            affinity.withNewRequiredDuringSchedulingIgnoredDuringExecution()
                    .addNewNodeSelectorTerm()
                    .withMatchExpressions(required)
                    .endNodeSelectorTerm()
                    .endRequiredDuringSchedulingIgnoredDuringExecution();
        }
        rules.stream()
                .filter(rule -> !rule.required())
                .forEach(rule -> affinity.addNewPreferredDuringSchedulingIgnoredDuringExecution()
                        .withWeight(WEIGHT)
                        .withNewPreference()
                        .withMatchExpressions(requirement(rule))
                        .endPreference()
                        .endPreferredDuringSchedulingIgnoredDuringExecution());
        return affinity.build();
    }

    private static NodeSelectorRequirement requirement(Affinity.NodeRule rule) {
        return new NodeSelectorRequirementBuilder()
                .withKey(rule.label())
                .withOperator(rule.in() ? "In" : "NotIn")
                .withValues(rule.values())
                .build();
    }

    private static PodAntiAffinity apart(List<Affinity.Spread> spreads) {
        var apart = new PodAntiAffinityBuilder();
        for (var spread : spreads) {
            if (spread.required()) {
                apart.addToRequiredDuringSchedulingIgnoredDuringExecution(term(spread));
            } else {
                apart.addNewPreferredDuringSchedulingIgnoredDuringExecution()
                        .withWeight(WEIGHT)
                        .withPodAffinityTerm(term(spread))
                        .endPreferredDuringSchedulingIgnoredDuringExecution();
            }
        }
        return apart.build();
    }

    /** The pods of all Spark runs: the id of this one is not known when a template is written. */
    private static PodAffinityTerm term(Affinity.Spread spread) {
        return new PodAffinityTermBuilder()
                .withTopologyKey(spread.topologyKey())
                .withNewLabelSelector()
                .addToMatchLabels("spark-role", "executor")
                .endLabelSelector()
                .build();
    }
}
