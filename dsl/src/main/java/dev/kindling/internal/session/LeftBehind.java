package dev.kindling.internal.session;

import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.Uncut;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What sessions of this JVM could not remove when they ended, because a token had expired, say. The next session that may
 * removes it: Spark gives the config map of all sessions of a JVM one name, so that it could not start otherwise.
 */
final class LeftBehind {

    /** A JVM that never may remove anything does not collect it for ever. */
    private static final int AT_MOST = 20;

    private static final Deque<LeftBehind> ALL = new ArrayDeque<>();

    private final URI apiServer;
    private final String namespace;
    private final Consumer<ClusterClient> removal;

    private LeftBehind(ClusterClient client, Consumer<ClusterClient> removal) {
        this.apiServer = client.apiServer();
        this.namespace = client.namespace();
        this.removal = removal;
    }

    /** Removes something, and remembers it where the API server does not let it. */
    static void remove(ClusterClient client, Consumer<ClusterClient> removal) {
        try {
            Uncut.run(() -> removal.accept(client));
        } catch (KubernetesClientException e) {
            remember(new LeftBehind(client, removal));
            throw e;
        }
    }

    /** Tries again what could not be removed in this namespace. */
    static void removeAll(ClusterClient client) {
        for (var left : of(client)) {
            try {
                Uncut.run(() -> left.removal.accept(client));
            } catch (KubernetesClientException e) {
                remember(left); // Whose session it was has been told.
            }
        }
    }

    private static void remember(LeftBehind left) {
        synchronized (ALL) {
            ALL.add(left);
            if (ALL.size() > AT_MOST) {
                ALL.remove();
            }
        }
    }

    private static List<LeftBehind> of(ClusterClient client) {
        synchronized (ALL) {
            var here = ALL.stream()
                    .filter(left ->
                            left.apiServer.equals(client.apiServer()) && left.namespace.equals(client.namespace()))
                    .toList();
            ALL.removeAll(here);
            return here;
        }
    }
}
