package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;

/** Deletes what others may delete at the same time. */
final class Deletions {
    private Deletions() {}

    /** Nothing happens if this very object is gone by now. */
    static void ifStillThere(ObjectStore store, ResourceType type, ObjectNode object) {
        try {
            store.delete(
                    type, Meta.namespace(object), Meta.name(object), DeleteOptions.DEFAULT.onlyUid(Meta.uid(object)));
        } catch (StatusException e) {
            if (e.code() != 404 && e.code() != 409) {
                throw e;
            }
        }
    }
}
