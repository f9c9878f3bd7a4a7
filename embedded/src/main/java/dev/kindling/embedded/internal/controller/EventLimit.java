package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StoreEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the newest events only: a cluster forgets them after an hour, here it is their number that matters. */
final class EventLimit implements Controller {
    static final int KEPT = 1_000;

    private final ObjectStore store;
    private final Deque<ObjectNode> events = new ArrayDeque<>();

    EventLimit(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void handle(StoreEvent event) {
        if (!event.type().equals(ResourceTypes.EVENTS) || event.change() != StoreEvent.Change.ADDED) {
            return;
        }
        events.addLast(event.object());
        if (events.size() > KEPT) {
            ObjectNode oldest = events.removeFirst();
            String namespace = Meta.namespace(oldest);
            store.get(ResourceTypes.EVENTS, namespace, Meta.name(oldest))
                    .filter(found -> Meta.uid(found).equals(Meta.uid(oldest)))
                    .ifPresent(found ->
                            store.delete(ResourceTypes.EVENTS, namespace, Meta.name(found), DeleteOptions.DEFAULT));
        }
    }
}
