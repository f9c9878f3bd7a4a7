package dev.kindling.internal.manifest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of a resource: fields in the order they are written, without empty ones. */
final class Fields {
    private final Map<String, Object> tree = new LinkedHashMap<>();

    Fields put(String name, Object value) {
        tree.put(name, value);
        return this;
    }

    Fields put(String name, Optional<?> value) {
        value.ifPresent(said -> tree.put(name, said));
        return this;
    }

    Fields put(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
        return this;
    }

    Fields put(String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
        return this;
    }

    Map<String, Object> tree() {
        return tree;
    }
}
