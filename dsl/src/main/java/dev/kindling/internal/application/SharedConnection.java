package dev.kindling.internal.application;

import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection for all that is done about an application at a time: open only while something uses it. */
final class SharedConnection {

    private final KubernetesCluster cluster;
    private @Nullable ClusterClient connection;
    private int users;

    SharedConnection(KubernetesCluster cluster) {
        this.cluster = cluster;
    }

    synchronized Use use() {
        var open = connection == null ? ClusterClient.open(cluster) : connection;
        connection = open;
        users++;
        return new Use(open);
    }

    private synchronized void release() {
        users--;
        if (users == 0 && connection != null) {
            connection.close();
            connection = null;
        }
    }

    final class Use implements AutoCloseable {
        private final ClusterClient open;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Use(ClusterClient open) {
            this.open = open;
        }

        KubernetesClient client() {
            return open.client();
        }

        String namespace() {
            return open.namespace();
        }

        URI apiServer() {
            return open.apiServer();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release();
            }
        }
    }
}
