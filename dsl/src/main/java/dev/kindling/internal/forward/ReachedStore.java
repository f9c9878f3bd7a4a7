package dev.kindling.internal.forward;

import dev.kindling.internal.kubernetes.DriverPlace;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object store as this JVM reaches it while this is open: where the store asks for a port-forward, it has its address.
 * For a store that asks for none nothing is opened, and no cluster is asked.
 */
public final class ReachedStore implements AutoCloseable {

    private final S3 store;
    private final List<Forwards.Forward> forwards;

    private ReachedStore(S3 store, List<Forwards.Forward> forwards) {
        this.store = store;
        this.forwards = forwards;
    }

    /** Whether a port-forward is still to be opened for it, or for one of its buckets. */
    public static boolean needsCluster(S3 store) {
        return addresses(store).findAny().isPresent();
    }

    /** The addresses of Services that a port-forward is still to be opened to, each once. */
    public static Stream<URI> addresses(S3 store) {
        return Stream.concat(Stream.of(store), store.buckets().values().stream())
                .filter(ReachedStore::isToBeForwarded)
                .flatMap(each -> each.endpoint().stream())
                .distinct();
    }

    private static boolean isToBeForwarded(S3 store) {
        return store.portForward() && store.fromHere().isEmpty();
    }

    /**
     * Opens what is needed.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if a Service is not there, has no pod that is ready, or may not
     *     be read
     */
    public static ReachedStore of(S3 store, KubernetesCluster cluster) {
        var forwards = new ArrayList<Forwards.Forward>();
        try {
            var reached = reached(store, cluster, forwards);
            for (var bucket : store.buckets().entrySet()) {
                reached = reached.bucket(bucket.getKey(), reached(bucket.getValue(), cluster, forwards));
            }
            return new ReachedStore(reached, forwards);
        } catch (RuntimeException e) {
            forwards.forEach(Forwards.Forward::close);
            throw e;
        }
    }

    private static S3 reached(S3 store, KubernetesCluster cluster, List<Forwards.Forward> forwards) {
        if (!isToBeForwarded(store)) {
            return store;
        }
        var endpoint = store.endpoint().orElseThrow();
        var lease = Connections.lease(cluster);
        if (DriverPlace.isInPodOf(lease.connection().apiServer(), System.getenv())) {
            lease.close();
            return at(endpoint, store);
        }
        var forward = Forwards.lease(lease, ForwardTarget.of(endpoint, lease.namespace()));
        forwards.add(forward);
        return at(forward.address(), store);
    }

    private static S3 at(URI address, S3 store) {
        return new S3(
                store.endpoint(),
                Optional.of(address),
                true,
                store.region(),
                store.pathStyle(),
                store.credentials(),
                store.credentialsFromHere(),
                store.options(),
                store.buckets());
    }

    /** With addresses that hold until this is closed. */
    public S3 store() {
        return store;
    }

    /** What leads where, a line each. */
    public Stream<String> forwards() {
        return forwards.stream().map(Forwards.Forward::toString);
    }

    /** Closes what nobody else uses. Does nothing the second time. */
    @Override
    public void close() {
        forwards.forEach(Forwards.Forward::close);
    }
}
