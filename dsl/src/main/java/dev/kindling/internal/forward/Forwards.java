package dev.kindling.internal.forward;

import dev.kindling.internal.tracking.Connection;
import dev.kindling.internal.tracking.Connections;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The port-forwards of this JVM: one for each cluster and Service's port, while somebody uses it. Thread-safe. */
final class Forwards {

    private static final Map<Key, Shared> OPEN = new HashMap<>();

    /**
     * The ports of before, to be taken again: Hadoop keeps a file system of each bucket for the JVM's life, with the address
     * that it was made with, so that a second session would look for the first one's.
     */
    private static final Map<String, Integer> PORTS = new HashMap<>();

    private Forwards() {}

    /**
     * A port of this machine that leads to a Service's, until it is closed.
     *
     * @param lease of the cluster's connection, which is closed with it, or when this throws
     * @throws dev.kindling.diagnosis.ClusterAccessException if there is no such Service, or no pod of it is ready
     */
    static Forward lease(Connections.Lease lease, ForwardTarget target) {
        var key = new Key(lease.connection(), target);
        var shared = shared(key);
        try {
            shared.tunnel.ready();
            return new Forward(key, shared.listener.uri(), lease);
        } catch (RuntimeException e) {
            release(key);
            lease.close();
            throw e;
        }
    }

    private static Shared shared(Key key) {
        synchronized (OPEN) {
            var shared = OPEN.computeIfAbsent(key, Shared::open);
            shared.users++;
            return shared;
        }
    }

    private static void release(Key key) {
        synchronized (OPEN) {
            var shared = OPEN.get(key);
            shared.users--;
            if (shared.users == 0) {
                OPEN.remove(key);
                shared.listener.close();
            }
        }
    }

    /** Users hold a lease of the connection each, so it is the same one as long as there are any. */
    private record Key(Connection connection, ForwardTarget target) {}

    private static final class Shared {
        private final ServiceTunnel tunnel;
        private final LoopbackListener listener;
        private int users;

        private Shared(ServiceTunnel tunnel, LoopbackListener listener) {
            this.tunnel = tunnel;
            this.listener = listener;
        }

        static Shared open(Key key) {
            var connection = key.connection();
            var place = connection.apiServer() + " " + key.target();
            var tunnel = new ServiceTunnel(new ServicePods(connection.client(), key.target()), connection.workers());
            var listener = LoopbackListener.open(tunnel, PORTS.getOrDefault(place, 0), () -> {});
            PORTS.put(place, listener.uri().getPort());
            return new Shared(tunnel, listener);
        }
    }

    /** One user's hold on a port-forward. */
    static final class Forward implements AutoCloseable {
        private final Key key;
        private final URI uri;
        private final Connections.Lease lease;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Forward(Key key, URI uri, Connections.Lease lease) {
            this.key = key;
            this.uri = uri;
            this.lease = lease;
        }

        /** Where it is on this machine, without a path. */
        URI address() {
            return URI.create(uri.getScheme() + "://" + uri.getAuthority());
        }

        @Override
        public String toString() {
            return "forwarding " + address() + " to " + key.target();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release(key);
                lease.close();
            }
        }
    }
}
