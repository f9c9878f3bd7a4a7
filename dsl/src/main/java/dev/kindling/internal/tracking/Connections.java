package dev.kindling.internal.tracking;

import dev.kindling.target.ApiAccess;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The open connections of this JVM: one for each way to reach a cluster, while something uses it. */
public final class Connections {

    private static final Map<Key, Shared> OPEN = new HashMap<>();

    private Connections() {}

    /**
     * The connection to a cluster until the lease is closed.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if nothing says where the API server is
     */
    public static Lease lease(KubernetesCluster target) {
        var key = Key.of(target.access());
        synchronized (OPEN) {
            var shared = OPEN.computeIfAbsent(key, absent -> new Shared(Connection.open(target)));
            shared.users++;
            return new Lease(key, shared.connection, shared.connection.namespace(target));
        }
    }

    private static void release(Key key) {
        synchronized (OPEN) {
            var shared = OPEN.get(key);
            shared.users--;
            if (shared.users == 0) {
                OPEN.remove(key);
                // Closing waits for threads of the client, and may be asked for on one of them.
                var closing = new Thread(shared.connection::close, "kindling-close");
                closing.setDaemon(true);
                closing.start();
            }
        }
    }

    private static final class Shared {
        private final Connection connection;
        private int users;

        Shared(Connection connection) {
            this.connection = connection;
        }
    }

    /** One user's hold on a connection. */
    public static final class Lease implements AutoCloseable {
        private final Key key;
        private final Connection connection;
        private final String namespace;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Lease(Key key, Connection connection, String namespace) {
            this.key = key;
            this.connection = connection;
            this.namespace = namespace;
        }

        public Connection connection() {
            return connection;
        }

        public String namespace() {
            return namespace;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release(key);
            }
        }
    }

    /** A kubeconfig that was changed since may name another cluster: then the connection is another one too. */
    private record Key(ApiAccess access, List<Stamp> files) {
        static Key of(ApiAccess access) {
            if (access instanceof ApiAccess.KubeconfigFile file) {
                return new Key(access, List.of(Stamp.of(file.path())));
            }
            var usesKubeconfig = access instanceof ApiAccess.CurrentContext || access instanceof ApiAccess.Context;
            return new Key(access, usesKubeconfig ? stamps(Config.getKubeconfigFilenames()) : List.of());
        }

        private static List<Stamp> stamps(Collection<String> files) {
            return files.stream().map(Path::of).map(Stamp::of).toList();
        }
    }

    private record Stamp(Path file, long changed, long bytes) {
        static Stamp of(Path path) {
            var file = path.toFile();
            return new Stamp(path, file.lastModified(), file.length());
        }
    }
}
