package dev.kindling.embedded.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.DeleteOptions.Propagation;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StoreEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deletes what nobody owns any more, and holds back owners that wait for their dependents. Decides by the objects as
 * its events have shown them, never by the store, which may be ahead: an owner it has not seen yet would look missing.
 */
final class GarbageCollector implements Controller {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private record Seen(ResourceType type, ObjectNode object) {
        String uid() {
            return Meta.uid(object);
        }

        List<String> ownerUids() {
            return Meta.owners(object).stream().map(GarbageCollector::uid).toList();
        }
    }

    private final ObjectStore store;
    private final ResourceRegistry registry;
    private final Map<String, Seen> alive = new HashMap<>();
    private final Map<String, Set<String>> dependents = new HashMap<>();

    GarbageCollector(ObjectStore store, ResourceRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public void handle(StoreEvent event) {
        Seen now = new Seen(event.type(), event.object());
        Seen before = alive.remove(now.uid());
        if (before != null) {
            before.ownerUids().forEach(owner -> dependentsOf(owner).remove(now.uid()));
        }
        if (event.change() == StoreEvent.Change.DELETED) {
            Set<String> orphans = dependentsOf(now.uid());
            dependents.remove(now.uid());
            orphans.forEach(uid -> collectIfUnowned(alive.get(uid)));
            now.ownerUids().forEach(this::releaseIfAlone);
        } else {
            alive.put(now.uid(), now);
            now.ownerUids().forEach(owner -> dependentsOf(owner).add(now.uid()));
            collectIfUnowned(now);
            handleWaiting(now);
        }
    }

    private void handleWaiting(Seen owner) {
        if (!Meta.isTerminating(owner.object())) {
            return;
        }
        if (Meta.finalizers(owner.object()).contains(ORPHAN)) {
            dependentsOf(owner.uid()).forEach(uid -> dropOwners(alive.get(uid), owner.uid()::equals));
            removeFinalizer(owner, ORPHAN);
        } else if (Meta.finalizers(owner.object()).contains(FOREGROUND)) {
            dependentsOf(owner.uid()).forEach(uid -> delete(alive.get(uid), Propagation.FOREGROUND));
            releaseIfAlone(owner.uid());
        }
    }

    private void releaseIfAlone(String ownerUid) {
        Seen owner = alive.get(ownerUid);
        boolean waits = owner != null && Meta.finalizers(owner.object()).contains(FOREGROUND);
        if (waits && dependentsOf(ownerUid).isEmpty()) {
            removeFinalizer(owner, FOREGROUND);
        }
    }

    private void collectIfUnowned(Seen seen) {
        List<JsonNode> owners = Meta.owners(seen.object());
        Set<String> gone = owners.stream()
                .filter(owner -> isGone(seen, owner))
                .map(GarbageCollector::uid)
                .collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return;
        }
        if (gone.size() == owners.size()) {
            delete(seen, Propagation.BACKGROUND);
        } else {
            dropOwners(seen, gone::contains);
        }
    }

    /** An owner of a kind that is not served here cannot be missed; one in another namespace does not count. */
    private boolean isGone(Seen dependent, JsonNode owner) {
        String kind = owner.path("kind").asText();
        if (registry.byKind(owner.path("apiVersion").asText(), kind).isEmpty()) {
            return false;
        }
        Seen found = alive.get(uid(owner));
        return found == null
                || (found.type().namespaced()
                        && !Meta.namespace(found.object()).equals(Meta.namespace(dependent.object())));
    }

    private void delete(Seen seen, Propagation propagation) {
        if (!Meta.isTerminating(seen.object())) {
            String version = Long.toString(Meta.resourceVersion(seen.object()));
            store.delete(
                    seen.type(),
                    Meta.namespace(seen.object()),
                    Meta.name(seen.object()),
                    new DeleteOptions(null, propagation, seen.uid(), version, false));
        }
    }

    private void dropOwners(Seen seen, Predicate<String> dropped) {
        change(seen, object -> {
            List<JsonNode> kept = Meta.owners(object).stream()
                    .filter(owner -> !dropped.test(uid(owner)))
                    .toList();
            Meta.of(object).putArray("ownerReferences").addAll(kept);
        });
    }

    private void removeFinalizer(Seen seen, String finalizer) {
        change(seen, object -> {
            List<String> kept = Meta.finalizers(object).stream()
                    .filter(other -> !other.equals(finalizer))
                    .toList();
            kept.forEach(Meta.of(object).putArray("finalizers")::add);
        });
    }

    private void change(Seen seen, java.util.function.Consumer<ObjectNode> change) {
        String name = Meta.name(seen.object());
        store.update(seen.type(), Meta.namespace(seen.object()), name, object -> {
            if (Meta.uid(object).equals(seen.uid())) {
                change.accept(object);
            }
            return object;
        });
    }

    private Set<String> dependentsOf(String uid) {
        return dependents.computeIfAbsent(uid, owner -> new LinkedHashSet<>());
    }

    private static String uid(JsonNode owner) {
        return owner.path("uid").asText();
    }
}
