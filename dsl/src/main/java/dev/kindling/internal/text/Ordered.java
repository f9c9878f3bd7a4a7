package dev.kindling.internal.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unmodifiable copies that keep the order in which the user wrote things ({@code Map.copyOf} does not). */
public final class Ordered {
    private Ordered() {}

    public static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static <V> Map<String, V> with(Map<String, V> map, Map<String, V> more) {
        var all = new LinkedHashMap<>(map);
        all.putAll(more);
        return Collections.unmodifiableMap(all);
    }
}
