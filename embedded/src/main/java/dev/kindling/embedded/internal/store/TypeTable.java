package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of one type and their latest changes. Guarded by the store's lock. */
final class TypeTable {
    /** As many changes as a watch may have missed before it has to list again. */
    static final int HISTORY = 500;

    private record Key(String namespace, String name) {}

    private final NavigableMap<Key, ObjectNode> objects =
            new TreeMap<>(Comparator.comparing(Key::namespace).thenComparing(Key::name));
    private final Deque<StoreEvent> history = new ArrayDeque<>();
    private long forgottenUpTo;

    Optional<ObjectNode> get(String namespace, String name) {
        return Optional.ofNullable(objects.get(new Key(namespace, name)));
    }

    /** All namespaces where {@code namespace} is empty. */
    Collection<ObjectNode> list(String namespace) {
        return namespace.isEmpty()
                ? objects.values()
                : objects.subMap(new Key(namespace, ""), new Key(namespace + "\0", ""))
                        .values();
    }

    void record(StoreEvent event) {
        Key key = new Key(Meta.namespace(event.object()), Meta.name(event.object()));
        if (event.change() == StoreEvent.Change.DELETED) {
            objects.remove(key);
        } else {
            objects.put(key, event.object());
        }
        history.addLast(event);
        if (history.size() > HISTORY) {
            forgottenUpTo = history.removeFirst().resourceVersion();
        }
    }

    boolean remembersAfter(long resourceVersion) {
        return resourceVersion >= forgottenUpTo;
    }

    List<StoreEvent> after(long resourceVersion) {
        return history.stream()
                .filter(event -> event.resourceVersion() > resourceVersion)
                .toList();
    }
}
