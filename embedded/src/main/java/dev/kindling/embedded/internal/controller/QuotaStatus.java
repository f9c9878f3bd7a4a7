package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.admission.Usage;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;

/** Keeps {@code status.used} of the quotas, for those who look: what is admitted is counted anew each time. */
final class QuotaStatus implements Controller {
    private final ObjectStore store;
    private final ResourceRegistry registry;

    QuotaStatus(ObjectStore store, ResourceRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public void handle(StoreEvent event) {
        if (event.type().namespaced()) {
            String namespace = Meta.namespace(event.object());
            store.list(ResourceTypes.QUOTAS, namespace).objects().forEach(quota -> count(namespace, quota));
        }
    }

    private void count(String namespace, ObjectNode quota) {
        var types = registry.types().stream().filter(ResourceType::namespaced).toList();
        JsonNode hard = quota.path("spec").path("hard");
        store.update(ResourceTypes.QUOTAS, namespace, Meta.name(quota), object -> {
            ObjectNode status = object.putObject("status");
            status.set("hard", hard);
            ObjectNode used = status.putObject("used");
            Usage.inNamespace(store, types, namespace, hard).forEach(used::put);
            return object;
        });
    }
}
