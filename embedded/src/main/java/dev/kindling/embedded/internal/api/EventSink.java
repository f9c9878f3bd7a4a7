package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** The wire a watch writes to: kubectl and Go clients read a chunked response, fabric8 opens a WebSocket. */
interface EventSink {
    long AFTER_HANDSHAKE_MS = 25;

    Future<Void> send(JsonNode event);

    void end();

    /** Runs as soon as what is sent reaches the other side. */
    void whenListenedTo(Vertx vertx, Runnable action);

    /** Runs once the other side has gone or {@link #end()} is through. */
    void onClose(Runnable action);

    static boolean wantsWebSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** A line of JSON for each event. */
    static EventSink chunked(HttpServerResponse response) {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, Answer.JSON);
        // Clients wait for the head before they believe that the watch stands.
        response.write("");
        return new EventSink() {
            @Override
            public Future<Void> send(JsonNode event) {
                return response.write(Json.write(event).appendByte((byte) '\n'));
            }

            @Override
            public void end() {
                if (!response.ended()) {
                    response.end();
                }
            }

            @Override
            public void whenListenedTo(Vertx vertx, Runnable action) {
                action.run();
            }

            @Override
            public void onClose(Runnable action) {
                response.closeHandler(closed -> action.run());
                response.endHandler(ended -> action.run());
            }
        };
    }

    /** A text message for each event. */
    static EventSink webSocket(ServerWebSocket socket) {
        return new EventSink() {
            @Override
            public Future<Void> send(JsonNode event) {
                return socket.writeTextMessage(Json.write(event).toString());
            }

            @Override
            public void end() {
                socket.close();
            }

            /** fabric8 sets its handlers some time after the handshake; what came before is lost, and nothing says so. */
            @Override
            public void whenListenedTo(Vertx vertx, Runnable action) {
                vertx.setTimer(AFTER_HANDSHAKE_MS, timer -> action.run());
            }

            @Override
            public void onClose(Runnable action) {
                socket.closeHandler(closed -> action.run());
            }
        };
    }
}
