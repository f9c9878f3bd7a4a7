package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.StoreEvent.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All objects of the embedded Kubernetes, with one version counter. Thread-safe; kubelet, operator and HTTP server share
 * one.
 *
 * <p>What is stored never changes: a write puts a new object in the place of the old one. So everything handed out is
 * shared and must only be read; {@link #update} is given a copy to work on. The namespace of an object outside
 * namespaces is the empty text; in lists and watches the empty text means all namespaces.
 */
public final class ObjectStore {
    private final Object lock = new Object();
    private final Map<String, TypeTable> tables = new HashMap<>();
    private final List<StoreWatch> watches = new CopyOnWriteArrayList<>();
    private final Admission admission;
    private long version = 1;

    public ObjectStore(Admission admission) {
        this.admission = admission;
    }

    /** Stores a new object; its name and namespace are read from its metadata. Returns what was stored. */
    public ObjectNode create(ResourceType type, ObjectNode object) {
        return create(type, object, false);
    }

    public ObjectNode create(ResourceType type, ObjectNode object, boolean dryRun) {
        ObjectNode fresh = object.deepCopy();
        synchronized (lock) {
            Lifecycle.stampNew(type, fresh);
            admission.admitCreate(this, type, fresh);
            if (table(type).get(Meta.namespace(fresh), Meta.name(fresh)).isPresent()) {
                throw StatusException.alreadyExists(type, Meta.name(fresh));
            }
            return dryRun ? fresh : store(Change.ADDED, type, fresh, null);
        }
    }

    public Optional<ObjectNode> get(ResourceType type, String namespace, String name) {
        synchronized (lock) {
            return table(type).get(namespace, name);
        }
    }

    public Snapshot list(ResourceType type, String namespace) {
        synchronized (lock) {
            return new Snapshot(new ArrayList<>(table(type).list(namespace)), version);
        }
    }

    /**
     * Changes one object, spec and status alike, with nobody in between: {@code change} gets a copy and returns what is
     * to be stored. Nothing happens (no new version, no event) where the result equals what is there. 409 if the result
     * carries another resource version than the stored object.
     */
    public ObjectNode update(ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return update(type, namespace, name, false, change);
    }

    public ObjectNode update(
            ResourceType type, String namespace, String name, boolean dryRun, UnaryOperator<ObjectNode> change) {
        synchronized (lock) {
            ObjectNode current = require(type, namespace, name);
            ObjectNode changed = change.apply(current.deepCopy());
            checkSameObject(type, current, changed);
            Lifecycle.stampChanged(type, current, changed);
            admission.admitUpdate(this, type, current, changed);
            if (dryRun || changed.equals(current)) {
                return changed;
            }
            ObjectNode stored = store(Change.MODIFIED, type, changed, current);
            return Lifecycle.mayGo(stored) ? remove(type, stored) : stored;
        }
    }

    /**
     * Deletes, or marks as terminating what has finalizers or (a pod on a node) a kubelet that has to end it first.
     * Returns the object's last state so far.
     */
    public ObjectNode delete(ResourceType type, String namespace, String name, DeleteOptions options) {
        synchronized (lock) {
            ObjectNode current = require(type, namespace, name);
            checkPreconditions(type, current, options);
            admission.admitDelete(type, current);
            ObjectNode changed = current.deepCopy();
            switch (options.propagation()) {
                case FOREGROUND -> Lifecycle.addFinalizer(changed, "foregroundDeletion");
                case ORPHAN -> Lifecycle.addFinalizer(changed, "orphan");
                case BACKGROUND -> {}
            }
            long grace = Lifecycle.gracePeriod(type, changed, options);
            if (options.dryRun()) {
                return changed;
            }
            return terminate(type, current, changed, grace);
        }
    }

    /** The kubelet's word that a terminating pod has ended. Does nothing if that pod is gone already. */
    public void finishDeletion(ResourceType type, String namespace, String name, String uid) {
        synchronized (lock) {
            Optional<ObjectNode> current = table(type).get(namespace, name);
            current.filter(object -> Meta.uid(object).equals(uid) && Meta.isTerminating(object))
                    .ifPresent(object -> terminate(type, object, object.deepCopy(), 0));
        }
    }

    /** First every object there is as {@code ADDED}, then a {@code BOOKMARK}, then every change. */
    public StoreWatch watch(ResourceType type, String namespace, Executor executor, Consumer<StoreEvent> consumer) {
        StoreWatch watch = new StoreWatch(this, Optional.of(type), namespace, executor, consumer);
        synchronized (lock) {
            for (ObjectNode object : table(type).list(namespace)) {
                watch.offer(new StoreEvent(Change.ADDED, type, object, null, Meta.resourceVersion(object)));
            }
            watch.offerBookmark(version);
            watches.add(watch);
        }
        return watch;
    }

    /** Every change after {@code resourceVersion}; 410 if some of them are forgotten. */
    public StoreWatch watchAfter(
            ResourceType type,
            String namespace,
            long resourceVersion,
            Executor executor,
            Consumer<StoreEvent> consumer) {
        StoreWatch watch = new StoreWatch(this, Optional.of(type), namespace, executor, consumer);
        synchronized (lock) {
            TypeTable table = table(type);
            if (!table.remembersAfter(resourceVersion) || resourceVersion > version) {
                throw StatusException.expired("too old resource version: " + resourceVersion + " (" + version + ")");
            }
            table.after(resourceVersion).stream()
                    .filter(event -> watch.wants(event.type(), event.object()))
                    .forEach(watch::offer);
            watches.add(watch);
        }
        return watch;
    }

    /** Every change of every type from now on. */
    public StoreWatch watchAll(Executor executor, Consumer<StoreEvent> consumer) {
        StoreWatch watch = new StoreWatch(this, Optional.empty(), "", executor, consumer);
        watches.add(watch);
        return watch;
    }

    public long resourceVersion() {
        synchronized (lock) {
            return version;
        }
    }

    void bookmark(StoreWatch watch) {
        synchronized (lock) {
            watch.offerBookmark(version);
        }
    }

    /** Waits for a change that is just being told: afterwards the watcher's thread may end. */
    void forget(StoreWatch watch) {
        synchronized (lock) {
            watches.remove(watch);
        }
    }

    private ObjectNode terminate(ResourceType type, ObjectNode current, ObjectNode changed, long grace) {
        long before = Meta.of(changed).path("deletionGracePeriodSeconds").asLong(Long.MAX_VALUE);
        if (!Meta.isTerminating(current) || grace < before) {
            Lifecycle.markTerminating(changed, grace);
        }
        if (Lifecycle.mayGo(changed)) {
            return remove(type, changed);
        }
        return changed.equals(current) ? current : store(Change.MODIFIED, type, changed, current);
    }

    private ObjectNode remove(ResourceType type, ObjectNode object) {
        return store(Change.DELETED, type, object.deepCopy(), object);
    }

    private ObjectNode store(Change change, ResourceType type, ObjectNode object, @Nullable ObjectNode previous) {
        version++;
        Meta.of(object).put("resourceVersion", Long.toString(version));
        StoreEvent event = new StoreEvent(change, type, object, previous, version);
        table(type).record(event);
        for (StoreWatch watch : watches) {
            if (watch.wants(type, object)) {
                watch.offer(event);
            }
        }
        return object;
    }

    private ObjectNode require(ResourceType type, String namespace, String name) {
        return table(type).get(namespace, name).orElseThrow(() -> StatusException.notFound(type, name));
    }

    private TypeTable table(ResourceType type) {
        return tables.computeIfAbsent(type.qualifiedName(), name -> new TypeTable());
    }

    private static void checkSameObject(ResourceType type, ObjectNode current, ObjectNode changed) {
        String name = Meta.name(current);
        String uid = Meta.uid(changed);
        if (!uid.isEmpty() && !uid.equals(Meta.uid(current))) {
            throw StatusException.conflict(type, name, precondition("UID", uid, Meta.uid(current)));
        }
        ObjectNode meta = Meta.of(changed);
        String expected = meta.path("resourceVersion").asText("");
        String found = Meta.of(current).path("resourceVersion").asText();
        if (!expected.isEmpty() && !expected.equals(found)) {
            throw StatusException.modified(type, name);
        }
        meta.put("resourceVersion", found).put("name", name);
        if (type.namespaced()) {
            meta.put("namespace", Meta.namespace(current));
        }
    }

    private static void checkPreconditions(ResourceType type, ObjectNode current, DeleteOptions options) {
        String name = Meta.name(current);
        String uid = options.uid();
        if (uid != null && !uid.equals(Meta.uid(current))) {
            throw StatusException.conflict(type, name, precondition("UID", uid, Meta.uid(current)));
        }
        String wanted = options.resourceVersion();
        String found = Long.toString(Meta.resourceVersion(current));
        if (wanted != null && !wanted.equals(found)) {
            throw StatusException.conflict(type, name, precondition("ResourceVersion", wanted, found));
        }
    }

    private static String precondition(String what, String given, String found) {
        return "Precondition failed: " + what + " in precondition: " + given + ", " + what + " in object meta: "
                + found;
    }
}
