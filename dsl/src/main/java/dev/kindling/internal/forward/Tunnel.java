package dev.kindling.internal.forward;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.util.concurrent.CompletableFuture;

/** A new way into the cluster for each connection: one that broke concerns no other. */
public interface Tunnel {

    /** Begins to open it; may ask the API server first, and throw what comes of that. */
    CompletableFuture<WebSocket> connect(WebSocket.Listener listener);

    /** Where it leads, for messages. */
    String target();

    /** What a program is sent in place of an answer. */
    byte[] failure(String why);
}
