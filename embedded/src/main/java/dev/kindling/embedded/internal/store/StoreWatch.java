package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One watcher: gets every event of its type and namespace once, in order, one at a time, on its own executor. */
public final class StoreWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoreWatch.class.getName());

    private final ObjectStore store;
    private final Optional<ResourceType> type;
    private final String namespace;
    private final Executor executor;
    private final Consumer<StoreEvent> consumer;
    private final Queue<StoreEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    StoreWatch(
            ObjectStore store,
            Optional<ResourceType> type,
            String namespace,
            Executor executor,
            Consumer<StoreEvent> consumer) {
        this.store = store;
        this.type = type;
        this.namespace = namespace;
        this.executor = executor;
        this.consumer = consumer;
    }

    /** Sends a bookmark behind everything that happened so far. */
    public void bookmark() {
        store.bookmark(this);
    }

    /** Events that wait for the consumer: how far it is behind. */
    public int behind() {
        return pending.get();
    }

    /** After this nothing more is delivered, except an event that is just being handled. */
    @Override
    public void close() {
        closed = true;
        store.forget(this);
    }

    boolean wants(ResourceType changed, ObjectNode object) {
        boolean typeFits = type.isEmpty() || type.get().qualifiedName().equals(changed.qualifiedName());
        return typeFits && (namespace.isEmpty() || namespace.equals(Meta.namespace(object)));
    }

    void offer(StoreEvent event) {
        waiting.add(event);
        if (pending.getAndIncrement() == 0) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                close(); // the watcher's thread has ended: nobody is there to be told
            }
        }
    }

    void offerBookmark(long resourceVersion) {
        ResourceType about = type.orElse(ResourceTypes.NAMESPACES);
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        offer(new StoreEvent(StoreEvent.Change.BOOKMARK, about, nothing, null, resourceVersion));
    }

    private void drain() {
        do {
            StoreEvent event = waiting.remove();
            if (!closed) {
                tell(event);
            }
        } while (pending.decrementAndGet() > 0);
    }

    /** A consumer that fails on one event still gets the next: a silent watch would be worse. */
    private void tell(StoreEvent event) {
        try {
            consumer.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "A watcher failed on " + event.change() + " " + event.type(), e);
        }
    }
}
