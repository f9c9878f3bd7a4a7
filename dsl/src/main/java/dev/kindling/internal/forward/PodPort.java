package dev.kindling.internal.forward;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** A port of a pod. */
public record PodPort(String namespace, String pod, int port) {

    /** Each message begins with the number of its channel: 0 for data, 1 for errors. */
    private static final String PROTOCOL = "v4.channel.k8s.io";

    /**
     * A connection to it. The client's own port-forward would do the same, with three differences that bulk data feels: it
     * takes in without limit what the API server is slow to take, it skips the first two messages whatever they are (so that
     * an answer loses its beginning where a greeting was lost), and it has a thread for each connection.
     */
    public CompletableFuture<WebSocket> connect(KubernetesClient client, WebSocket.Listener listener) {
        var path = "api/v1/namespaces/" + namespace + "/pods/" + pod + "/portforward?ports=" + port;
        return client.getHttpClient()
                .newWebSocketBuilder()
                .uri(URI.create(client.getMasterUrl() + path))
                .subprotocol(PROTOCOL)
                .buildAsync(listener);
    }
}
