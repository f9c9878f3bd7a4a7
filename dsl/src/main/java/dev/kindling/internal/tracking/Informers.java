package dev.kindling.internal.tracking;

import dev.kindling.internal.operator.Dialect;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.time.Duration;

/**
 * Informers that hold next to nothing of each object: whose it is and which version, so that ten thousand applications
 * take some ten megabytes.
 */
final class Informers {

    /** How often every listener is told what is still there, so that what was missed is noticed. */
    private static final Duration RESYNC = Duration.ofMinutes(5);

    private Informers() {}

    static ObjectWatch<GenericKubernetesResource> ofApplications(
            Connection connection, Dialect dialect, String namespace) {
        return new ObjectWatch<>(
                handler -> start(
                        connection,
                        GenericKubernetesResource.class,
                        applications(connection, dialect, namespace),
                        handler,
                        "metadata.uid"),
                application -> application.getMetadata().getName(),
                connection.workers());
    }

    private static Informable<GenericKubernetesResource> applications(
            Connection connection, Dialect dialect, String namespace) {
        var all = connection
                .client()
                .genericKubernetesResources(dialect.resource())
                .inNamespace(namespace);
        return dialect.selector().isEmpty() ? all : all.withLabelSelector(dialect.selector());
    }

    static ObjectWatch<Pod> ofPods(Connection connection, Dialect dialect, String namespace) {
        return new ObjectWatch<>(
                handler -> start(
                        connection,
                        Pod.class,
                        connection.client().pods().inNamespace(namespace).withLabel(dialect.nameLabel()),
                        handler,
                        "metadata.uid",
                        "metadata.labels"),
                pod -> pod.getMetadata().getLabels().getOrDefault(dialect.nameLabel(), ""),
                connection.workers());
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> start(
            Connection connection,
            Class<T> type,
            Informable<T> objects,
            ResourceEventHandler<T> handler,
            String... kept) {
        var store = new ReducedStateItemStore<>(
                ReducedStateItemStore.NAME_KEY_STATE, type, connection.client().getKubernetesSerialization(), kept);
        var informer = objects.runnableInformer(RESYNC.toMillis())
                .itemStore(store)
                // Once it has worked it goes on for ever: a broken answer is no reason to leave runs unwatched.
                .exceptionHandler((started, failure) -> started);
        informer.addEventHandler(handler);
        try {
            return informer.run();
        } catch (RuntimeException e) {
            informer.close();
            throw e;
        }
    }
}
