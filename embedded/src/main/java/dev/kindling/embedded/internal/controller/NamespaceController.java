package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives new namespaces their service account, and empties those that are to go. */
final class NamespaceController implements Controller {
    private final ObjectStore store;
    private final ResourceRegistry registry;
    private final Set<String> terminating = new HashSet<>();

    NamespaceController(ObjectStore store, ResourceRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public void handle(StoreEvent event) {
        ObjectNode object = event.object();
        if (event.type().equals(ResourceTypes.NAMESPACES)) {
            String name = Meta.name(object);
            switch (event.change()) {
                case ADDED -> addServiceAccount(name);
                case MODIFIED -> emptyIfTerminating(name, object);
                case DELETED -> terminating.remove(name);
                case BOOKMARK -> {}
            }
        } else if (event.change() == StoreEvent.Change.DELETED && terminating.contains(Meta.namespace(object))) {
            releaseIfEmpty(Meta.namespace(object));
        }
    }

    private void addServiceAccount(String namespace) {
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        Meta.of(account).put("name", "default").put("namespace", namespace);
        store.create(ResourceTypes.SERVICE_ACCOUNTS, account);
    }

    private void emptyIfTerminating(String name, ObjectNode namespace) {
        if (!Meta.isTerminating(namespace) || !terminating.add(name)) {
            return;
        }
        store.update(ResourceTypes.NAMESPACES, "", name, object -> {
            object.withObject("/status").put("phase", "Terminating");
            return object;
        });
        for (ResourceType type : namespacedTypes()) {
            for (ObjectNode object : store.list(type, name).objects()) {
                Deletions.ifStillThere(store, type, object);
            }
        }
        releaseIfEmpty(name);
    }

    private void releaseIfEmpty(String name) {
        boolean empty = namespacedTypes().stream()
                .allMatch(type -> store.list(type, name).objects().isEmpty());
        if (empty) {
            store.update(ResourceTypes.NAMESPACES, "", name, object -> {
                object.withObject("/spec").remove("finalizers");
                return object;
            });
        }
    }

    private List<ResourceType> namespacedTypes() {
        return registry.types().stream().filter(ResourceType::namespaced).toList();
    }
}
