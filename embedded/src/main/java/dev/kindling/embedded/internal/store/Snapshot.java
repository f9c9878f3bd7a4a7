package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Objects as they were at one version, sorted by namespace and name.
 *
 * @param objects shared, never change them
 */
public record Snapshot(List<ObjectNode> objects, long resourceVersion) {
    public Snapshot {
        objects = List.copyOf(objects);
    }
}
