package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much of a quota's resources an object uses; keys as quotas write them. */
public final class Usage {
    static final List<String> COMPUTE = List.of("cpu", "memory", "ephemeral-storage");

    private Usage() {}

    /** What all objects of a namespace use of the resources a quota limits, as text for its status. */
    public static Map<String, String> inNamespace(
            ObjectStore store, List<ResourceType> types, String namespace, JsonNode hard) {
        Map<String, Quantity> total = new TreeMap<>();
        hard.fieldNames().forEachRemaining(resource -> total.put(resource, Quantity.ZERO));
        types.forEach(type -> of(store, type, namespace)
                .forEach((resource, amount) -> total.computeIfPresent(resource, (r, sum) -> sum.plus(amount))));
        Map<String, String> texts = new TreeMap<>();
        total.forEach((resource, amount) -> texts.put(resource, amount.toString()));
        return texts;
    }

    static Map<String, Quantity> of(ObjectStore store, ResourceType type, String namespace) {
        Map<String, Quantity> total = new TreeMap<>();
        store.list(type, namespace).objects().forEach(object -> of(type, object)
                .forEach((resource, amount) -> total.merge(resource, amount, Quantity::plus)));
        return total;
    }

    static Map<String, Quantity> of(ResourceType type, JsonNode object) {
        Map<String, Quantity> usage = new TreeMap<>();
        usage.put("count/" + type.qualifiedName(), Quantity.ONE);
        if (!type.equals(ResourceTypes.PODS)) {
            usage.put(type.plural(), Quantity.ONE);
        } else if (!hasEnded(object)) {
            usage.put("pods", Quantity.ONE);
            for (String resource : COMPUTE) {
                requested(object, "requests", resource).ifPresent(amount -> {
                    usage.put(resource, amount);
                    usage.put("requests." + resource, amount);
                });
                requested(object, "limits", resource).ifPresent(amount -> usage.put("limits." + resource, amount));
            }
        }
        return usage;
    }

    private static boolean hasEnded(JsonNode pod) {
        String phase = pod.path("status").path("phase").asText();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** The containers together, or one init container if that asks for more; plus the pod's own overhead. */
    private static Optional<Quantity> requested(JsonNode pod, String kind, String resource) {
        JsonNode spec = pod.path("spec");
        Quantity together = Quantity.ZERO;
        Quantity largest = Quantity.ZERO;
        boolean any = false;
        for (JsonNode container : spec.path("containers")) {
            Optional<Quantity> amount = amount(container.path("resources").path(kind), resource);
            any |= amount.isPresent();
            together = together.plus(amount.orElse(Quantity.ZERO));
        }
        for (JsonNode container : spec.path("initContainers")) {
            largest = largest.max(
                    amount(container.path("resources").path(kind), resource).orElse(Quantity.ZERO));
        }
        Quantity overhead = amount(spec.path("overhead"), resource).orElse(Quantity.ZERO);
        return any ? Optional.of(together.max(largest).plus(overhead)) : Optional.empty();
    }

    static Optional<Quantity> amount(JsonNode amounts, String resource) {
        return amounts.has(resource) ? Quantity.parse(amounts.get(resource).asText()) : Optional.empty();
    }
}
