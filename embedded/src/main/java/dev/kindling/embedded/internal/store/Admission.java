package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Completes and judges objects before they are stored. Called while the store is locked, so that counting (quotas) is
 * exact: no waiting here. Refuses with a {@link StatusException}.
 */
public interface Admission {
    /** Stores everything as it is. */
    Admission NONE = new Admission() {};

    /** @param object already has name, uid and namespace; may be completed with defaults */
    default void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {}

    /** @param changed may be completed; {@code current} is read-only */
    default void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {}

    /** Called before anything is marked; {@code object} is read-only. */
    default void admitDelete(ResourceType type, ObjectNode object) {}
}
