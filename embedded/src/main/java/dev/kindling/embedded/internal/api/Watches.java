package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.select.Selection;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.StatusException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/** Opens watches on either kind of wire. */
final class Watches {
    private final Vertx vertx;
    private final ObjectStore store;

    Watches(Vertx vertx, ObjectStore store) {
        this.vertx = vertx;
        this.store = store;
    }

    void open(HttpServerRequest request, ResourcePath path, Query query, Representation form) {
        WatchRequest watch = WatchRequest.of(path, query, form); // refuses before the wire is opened
        if (EventSink.wantsWebSocket(request)) {
            request.toWebSocket().onSuccess(socket -> afterHandshake(() -> start(watch, EventSink.webSocket(socket))));
        } else {
            start(watch, EventSink.chunked(request.response()));
        }
    }

    /** The socket is handed out just before its handshake is through: what is closed by then hangs the client. */
    private void afterHandshake(Runnable action) {
        vertx.getOrCreateContext().runOnContext(nothing -> action.run());
    }

    private void start(WatchRequest watch, EventSink sink) {
        WatchStream stream = new WatchStream(vertx, watch, sink);
        try {
            stream.start(store);
        } catch (StatusException e) {
            stream.fail(e);
        }
    }

    /**
     * What a client wants to follow.
     *
     * @param after empty: begin with everything there is
     */
    record WatchRequest(
            ResourcePath path,
            Selection selection,
            Representation form,
            OptionalLong after,
            boolean bookmarks,
            boolean markInitialEnd,
            OptionalLong timeoutSeconds) {
        static WatchRequest of(ResourcePath path, Query query, Representation form) {
            boolean fromStart = query.flag("sendInitialEvents");
            OptionalLong version = query.number("resourceVersion");
            boolean after = !fromStart && version.orElse(0) > 0;
            return new WatchRequest(
                    path,
                    query.selection(),
                    form,
                    after ? version : OptionalLong.empty(),
                    query.flag("allowWatchBookmarks"),
                    fromStart,
                    query.number("timeoutSeconds"));
        }
    }
}
