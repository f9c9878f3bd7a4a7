package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Every ResourceQuota of the namespace has to have room, in the words of a cluster. Scopes of quotas are not known here. */
final class QuotaRule implements Admission {
    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        if (!type.namespaced() || type.equals(ResourceTypes.QUOTAS)) {
            return;
        }
        for (ObjectNode quota :
                store.list(ResourceTypes.QUOTAS, Meta.namespace(object)).objects()) {
            JsonNode hard = quota.path("spec").path("hard");
            if (type.equals(ResourceTypes.PODS)) {
                checkEverythingIsSaid(type, object, quota, hard);
            }
            checkRoom(store, type, object, quota, hard);
        }
    }

    private static void checkRoom(
            ObjectStore store, ResourceType type, ObjectNode object, ObjectNode quota, JsonNode hard) {
        SortedMap<String, Quantity> requested = new TreeMap<>(Usage.of(type, object));
        requested.keySet().removeIf(resource -> !hard.has(resource));
        if (requested.isEmpty()) {
            return;
        }
        Map<String, Quantity> used = Usage.of(store, type, Meta.namespace(object));
        Function<String, Quantity> usedOf = resource -> used.getOrDefault(resource, Quantity.ZERO);
        Function<String, Quantity> limitOf =
                resource -> Usage.amount(hard, resource).orElse(Quantity.ZERO);
        requested.entrySet().removeIf(entry -> !usedOf.apply(entry.getKey())
                .plus(entry.getValue())
                .isMoreThan(limitOf.apply(entry.getKey())));
        if (!requested.isEmpty()) {
            List<String> over = List.copyOf(requested.keySet());
            throw StatusException.forbidden(
                    type,
                    Meta.name(object),
                    "exceeded quota: " + Meta.name(quota) + ", requested: " + amounts(over, requested::get) + ", used: "
                            + amounts(over, usedOf) + ", limited: " + amounts(over, limitOf));
        }
    }

    /** Where a quota limits memory, a container that says nothing about memory cannot be counted. */
    private static void checkEverythingIsSaid(ResourceType type, ObjectNode pod, ObjectNode quota, JsonNode hard) {
        List<String> missing = new ArrayList<>();
        hard.fieldNames().forEachRemaining(limited -> {
            String kind = limited.startsWith("limits.") ? "limits" : "requests";
            String resource = limited.substring(limited.lastIndexOf('.') + 1);
            List<String> silent = Usage.COMPUTE.contains(resource) ? silent(pod, kind, resource) : List.of();
            if (!silent.isEmpty()) {
                missing.add(limited + " for: " + String.join(",", silent));
            }
        });
        if (!missing.isEmpty()) {
            missing.sort(null);
            throw StatusException.forbidden(
                    type,
                    Meta.name(pod),
                    "failed quota: " + Meta.name(quota) + ": must specify " + String.join("; ", missing));
        }
    }

    private static List<String> silent(ObjectNode pod, String kind, String resource) {
        List<String> names = new ArrayList<>();
        for (JsonNode container : pod.path("spec").path("containers")) {
            if (!container.path("resources").path(kind).has(resource)) {
                names.add(container.path("name").asText());
            }
        }
        return names;
    }

    private static String amounts(List<String> resources, Function<String, Quantity> amount) {
        return String.join(
                ",",
                resources.stream()
                        .map(resource -> resource + "=" + amount.apply(resource))
                        .toList());
    }
}
