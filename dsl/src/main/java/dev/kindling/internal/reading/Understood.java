package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parts of a resource have been understood; the rest is kept as it is. */
final class Understood {
    private final Set<JsonPointer> places = new HashSet<>();
    private final Map<String, String> moved = new HashMap<>();

    void add(JsonPointer place) {
        places.add(place);
    }

    void moved(String to, JsonPointer from) {
        moved.put(to, from.toString());
    }

    Map<String, String> moved() {
        return moved;
    }

    /** Values that nobody has taken, in the order of the text. */
    List<String> leftOver(JsonNode root) {
        var left = new ArrayList<String>();
        collect(root, JsonPointer.empty(), left);
        return left;
    }

    private void collect(JsonNode node, JsonPointer at, List<String> left) {
        if (places.contains(at)) {
            return;
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            node.fieldNames().forEachRemaining(name -> collect(node.get(name), at.appendProperty(name), left));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), left);
            }
        } else {
            left.add(at.toString());
        }
    }
}
