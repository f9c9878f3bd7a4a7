package dev.kindling.internal.session;

import dev.kindling.internal.conf.StoreConf;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.kubernetes.AuthSecret;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.KeySecret;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a session's driver and its pods need for an object store, as long as the session is there. */
final class StoreAccess {

    private StoreAccess() {}

    /** With the addresses of port-forwards that are open as long as the session, if the store asks for any. */
    static S3 reached(S3 store, KubernetesCluster cluster, Consumer<String> progress, Cleanup cleanup) {
        if (!ReachedStore.needsCluster(store)) {
            return store;
        }
        ReachedStore reached = ReachedStore.of(store, cluster);
        cleanup.add("close the port-forward to the object store", reached::close);
        reached.forwards().forEach(progress);
        return reached.store();
    }

    /** Hadoop looks up system properties in its settings: only this JVM has these. One session a JVM, so none clash. */
    static void forDriver(Optional<S3> store, Cleanup cleanup) {
        var properties = store.map(StoreConf::systemProperties).orElse(Map.of());
        cleanup.add(
                "forget how this JVM reaches the object store",
                () -> properties.keySet().forEach(System::clearProperty));
        properties.forEach(System::setProperty);
    }

    static void forPods(
            String secret,
            Map<String, String> keys,
            ClusterClient client,
            String applicationId,
            Optional<Pod> owner,
            Cleanup cleanup) {
        cleanup.add(
                "delete secret " + secret,
                () -> LeftBehind.remove(client, reached -> KeySecret.delete(reached, secret)));
        KeySecret.create(
                client,
                applicationId,
                KeySecret.of(secret, client.namespace(), keys),
                owner.map(AuthSecret::reference).map(List::of).orElse(List.of()));
    }
}
