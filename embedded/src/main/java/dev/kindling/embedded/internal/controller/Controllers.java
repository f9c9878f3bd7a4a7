package dev.kindling.embedded.internal.controller;

import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreWatch;
import java.util.List;
import java.util.concurrent.Executor;

/** All controllers behind one watch of the whole store, on one thread of the caller's. */
public final class Controllers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Controllers.class.getName());

    private final List<Controller> controllers;
    private final StoreWatch watch;

    private Controllers(ObjectStore store, ResourceRegistry registry, Executor executor) {
        this.controllers = List.of(
                new NamespaceController(store, registry),
                new GarbageCollector(store, registry),
                new DefinitionController(store),
                new QuotaStatus(store, registry),
                new EventLimit(store));
        this.watch = store.watchAll(executor, this::handle);
    }

    /** To be called while the store is still empty: what was there before is not seen. */
    public static Controllers start(ObjectStore store, ResourceRegistry registry, Executor executor) {
        return new Controllers(store, registry, executor);
    }

    @Override
    public void close() {
        watch.close();
    }

    private void handle(StoreEvent event) {
        for (Controller controller : controllers) {
            try {
                controller.handle(event);
            } catch (StatusException e) {
                // Somebody else was faster: the change that shows it is on its way to us.
                LOG.log(System.Logger.Level.DEBUG, () -> controller + " on " + event.change() + ": " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, () -> controller + " failed on " + event, e);
            }
        }
    }
}
