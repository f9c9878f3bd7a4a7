package dev.kindling.internal.preflight;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.PodPlan;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is looked at for sessions and for applications. */
public final class CommonChecks {

    private CommonChecks() {}

    /**
     * What the spec names, and room for what it asks for.
     *
     * @param pods the plans of the pods that the cluster will make, by role
     */
    public static List<Check> of(
            KubernetesClient client,
            String namespace,
            WorkloadPlan plan,
            Map<String, PodPlan> pods,
            List<Demand> demands) {
        var checks = new ArrayList<>(ObjectCheck.all(client, namespace, plan, pods));
        checks.add(QuotaCheck.of(client, namespace, demands));
        checks.add(NodeCheck.of(client, demands));
        demands.stream()
                .map(Demand::image)
                .distinct()
                .map(image -> EarlierPulls.of(client, namespace, image))
                .forEach(checks::add);
        return checks;
    }
}
