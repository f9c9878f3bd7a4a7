package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change, in the order of resource versions.
 *
 * @param object the object after the change (for {@code DELETED}: its last state); shared, never change it. Empty for
 *     {@code BOOKMARK}
 * @param previous the object before the change; null where there was none
 */
public record StoreEvent(
        Change change, ResourceType type, ObjectNode object, @Nullable ObjectNode previous, long resourceVersion) {

    /** What happened. A {@code BOOKMARK} says that everything up to its version was delivered. */
    public enum Change {
        ADDED,
        MODIFIED,
        DELETED,
        BOOKMARK
    }
}
