package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;

/** A type that is no longer served leaves no objects behind. */
final class DefinitionController implements Controller {
    private final ObjectStore store;

    DefinitionController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void handle(StoreEvent event) {
        boolean removed = event.change() == StoreEvent.Change.DELETED;
        if (!removed || !event.type().equals(ResourceTypes.DEFINITIONS)) {
            return;
        }
        for (ResourceType type : ResourceRegistry.declaredBy(event.object())) {
            for (ObjectNode object : store.list(type, "").objects()) {
                Deletions.ifStillThere(store, type, object);
            }
        }
    }
}
