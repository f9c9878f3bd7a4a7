package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.api.Watches.WatchRequest;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreEvent.Change;
import dev.kindling.embedded.internal.store.StoreWatch;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open watch. Everything happens on its event loop, so nothing needs a lock. */
final class WatchStream {
    /** A client that reads slower than this is cut off: it lists again and goes on from there. */
    private static final int MOST_UNSENT = 5_000;

    private static final long BOOKMARK_PERIOD = TimeUnit.SECONDS.toMillis(60);

    private final Vertx vertx;
    private final WatchRequest request;
    private final EventSink sink;
    private @Nullable StoreWatch watch;
    private long timeoutTimer = -1;
    private long bookmarkTimer = -1;
    private boolean columnsTold;
    private boolean startPending;
    private boolean closed;
    private int unsent;

    /** What there is to tell until the client listens; the watch itself has begun, or it would not see what happens now. */
    private final List<Runnable> early = new ArrayList<>();

    private boolean listenedTo;

    WatchStream(Vertx vertx, WatchRequest request, EventSink sink) {
        this.vertx = vertx;
        this.request = request;
        this.sink = sink;
        this.startPending = request.after().isEmpty();
    }

    void start(ObjectStore store) {
        Context loop = vertx.getOrCreateContext();
        Executor executor = task -> loop.runOnContext(nothing -> tell(task));
        ResourcePath path = request.path();
        sink.onClose(this::stop);
        sink.whenListenedTo(vertx, this::tellEarly);
        watch = request.after().isPresent()
                ? store.watchAfter(
                        path.type(), path.namespace(), request.after().getAsLong(), executor, this::handle)
                : store.watch(path.type(), path.namespace(), executor, this::handle);
        StoreWatch opened = watch;
        if (request.bookmarks()) {
            bookmarkTimer = vertx.setPeriodic(BOOKMARK_PERIOD, timer -> opened.bookmark());
        }
        if (request.timeoutSeconds().orElse(0) > 0) {
            long delay = TimeUnit.SECONDS.toMillis(request.timeoutSeconds().getAsLong());
            timeoutTimer = vertx.setTimer(delay, timer -> sink.end());
        }
    }

    /** Tells the client why there is nothing to watch, in the stream it has opened already. */
    void fail(StatusException why) {
        tell(() -> {
            write("ERROR", Answer.status(why));
            sink.end();
        });
    }

    private void tell(Runnable event) {
        if (listenedTo) {
            event.run();
        } else {
            early.add(event);
        }
    }

    private void tellEarly() {
        listenedTo = true;
        early.forEach(Runnable::run);
        early.clear();
    }

    private void stop() {
        closed = true;
        vertx.cancelTimer(timeoutTimer);
        vertx.cancelTimer(bookmarkTimer);
        if (watch != null) {
            watch.close();
        }
    }

    private void handle(StoreEvent event) {
        if (closed) {
            return;
        }
        if (event.change() == Change.BOOKMARK) {
            bookmark(event.resourceVersion());
            return;
        }
        ObjectNode previous = event.previous();
        boolean was = previous != null && request.selection().test(previous);
        boolean is = event.change() != Change.DELETED && request.selection().test(event.object());
        if (is) {
            send(was ? "MODIFIED" : "ADDED", event.object());
        } else if (was && event.change() == Change.DELETED) {
            send("DELETED", event.object());
        } else if (was) {
            ObjectNode last = previous.deepCopy();
            Meta.of(last).put("resourceVersion", Long.toString(event.resourceVersion()));
            send("DELETED", last);
        }
    }

    private void bookmark(long resourceVersion) {
        boolean endsTheStart = startPending;
        startPending = false;
        if (endsTheStart && !request.markInitialEnd()) {
            return; // the store's own mark behind the snapshot: this client did not ask for it
        }
        ObjectNode object = request.form().bookmark(resourceVersion);
        if (endsTheStart) {
            object.withObject("/metadata/annotations").put("k8s.io/initial-events-end", "true");
        }
        write("BOOKMARK", object);
    }

    private void send(String type, ObjectNode object) {
        write(type, request.form().event(object, !columnsTold));
        columnsTold = true;
    }

    private void write(String type, ObjectNode object) {
        if (unsent > MOST_UNSENT) {
            stop();
            sink.end();
            return;
        }
        unsent++;
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set("object", object);
        sink.send(event).onComplete(done -> unsent--);
    }
}
