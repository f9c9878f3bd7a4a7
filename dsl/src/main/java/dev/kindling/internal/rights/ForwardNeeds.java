package dev.kindling.internal.rights;

import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.rights.Need.Weight;
import dev.kindling.internal.text.ServiceName;
import dev.kindling.target.Rbac.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a port-forward to an object store asks of the API server, in the namespace of the store's Service. */
public final class ForwardNeeds {

    private ForwardNeeds() {}

    /** For Services whose address names no namespace: they are where the run is. */
    static List<Need> here(WorkloadPlan plan, Weight weight) {
        return services(plan).anyMatch(service -> service.namespace().isEmpty()) ? needs(weight) : List.of();
    }

    /** The namespaces that addresses of Services name. */
    public static List<String> elsewhere(WorkloadPlan plan) {
        return services(plan)
                .flatMap(service -> service.namespace().stream())
                .distinct()
                .toList();
    }

    /** The rights in each of those. */
    public static List<Need> needs(Weight weight) {
        return List.of(
                need(weight, "The Service of an object store, to which a port is forwarded", "services", "get"),
                need(weight, "The pods behind that Service, of which one that is ready is taken", "pods", "list"),
                need(
                        weight,
                        ".fromHereByPortForward(): over a WebSocket the API server asks for both",
                        "pods/portforward",
                        "get",
                        "create"));
    }

    private static Stream<ServiceName> services(WorkloadPlan plan) {
        return plan.s3().stream()
                .flatMap(ReachedStore::addresses)
                .map(ServiceName::of)
                .flatMap(Optional::stream);
    }

    private static Need need(Weight weight, String why, String resource, String... verbs) {
        return new Need(weight, new Rule(why + ".", "", List.of(resource), List.of(verbs)));
    }
}
