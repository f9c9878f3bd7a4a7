package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Apache's standalone clusters. */
final class ClusterRules {
    static final List<Rule> ALL = List.of(
            SpecRules.name(63 - "-master-svc".length(), "its service is called <name>-master-svc"),
            ClusterRules::workers);

    private ClusterRules() {}

    private static void workers(JsonNode resource, Findings found) {
        SpecRules.bounds(
                resource.at("/spec/clusterTolerations/instanceConfig"),
                "spec.clusterTolerations.instanceConfig",
                "minWorkers",
                "initWorkers",
                "maxWorkers",
                found);
        SpecRules.sparkKeys(resource.at("/spec/sparkConf"), "spec.sparkConf", found);
    }
}
