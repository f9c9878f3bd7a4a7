package dev.kindling.internal.tracking;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One informer for any number of listeners, each of whom wants the objects of one application. It is open while there is
 * a listener. It lists anew after a 410 and reconnects for ever, so a listener may be told the same twice and miss states
 * in between.
 */
public final class ObjectWatch<T extends HasMetadata> {

    /** Listens to the objects of every application. */
    public static final String EVERY = "*";

    private final Function<ResourceEventHandler<T>, SharedIndexInformer<T>> opening;
    private final Function<T, String> application;
    private final Executor closing;
    private final Map<String, List<Listener<T>>> listeners = new ConcurrentHashMap<>();
    private @Nullable SharedIndexInformer<T> informer;
    private int users;

    ObjectWatch(
            Function<ResourceEventHandler<T>, SharedIndexInformer<T>> opening,
            Function<T, String> application,
            Executor closing) {
        this.opening = opening;
        this.application = application;
        this.closing = closing;
    }

    /**
     * Has the listener told of the objects of one application from now on. What is there already is told only if this
     * call opens the watch.
     */
    public Registration listen(String name, Listener<T> listener) {
        listeners.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>()).add(listener);
        try {
            open();
        } catch (RuntimeException e) {
            forget(name, listener);
            throw e;
        }
        return new Registration(() -> {
            forget(name, listener);
            release();
        });
    }

    /** Keeps the watch open without listening, for whoever is about to. */
    public Registration open() {
        synchronized (this) {
            if (informer == null) {
                informer = opening.apply(new Dispatch());
            }
            users++;
        }
        return new Registration(this::release);
    }

    private synchronized void release() {
        users--;
        if (users == 0 && informer != null) {
            // Not here: this may be a thread of the informer, for which stopping it waits.
            closing.execute(informer::close);
            informer = null;
        }
    }

    private void forget(String name, Listener<T> listener) {
        listeners.computeIfPresent(name, (any, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    private void tell(T object, Consumer<Listener<T>> news) {
        listeners.getOrDefault(application.apply(object), List.of()).forEach(news);
        listeners.getOrDefault(EVERY, List.of()).forEach(news);
    }

    /** Someone who wants to be told; on a thread of the client, one call at a time: may not wait. */
    public interface Listener<T> {
        /** It is new or has changed. */
        void changed(T object);

        /** It is gone; of an object that vanished unseen only the identity is there. */
        void removed(T object);

        /** As the watch knows it: only the identity and the resource version are there. */
        default void stillThere(T object) {}
    }

    /** A hold on the watch. */
    public static final class Registration implements AutoCloseable {
        private final Runnable end;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Registration(Runnable end) {
            this.end = end;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                end.run();
            }
        }
    }

    private final class Dispatch implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            tell(object, listener -> listener.changed(object));
        }

        /** A resync passes on what the store holds, twice the same. */
        @Override
        public void onUpdate(T before, T object) {
            if (before == object) {
                tell(object, listener -> listener.stillThere(object));
            } else {
                tell(object, listener -> listener.changed(object));
            }
        }

        @Override
        public void onDelete(T object, boolean lastStateUnknown) {
            tell(object, listener -> listener.removed(object));
        }
    }
}
