package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.internal.kubernetes.Uncut;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connection;
import dev.kindling.internal.tracking.Connections;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;
import java.util.function.Supplier;

/** One dialect's applications in one namespace, with errors put into words. */
record ApplicationApi(Connection connection, Dialect dialect, String namespace) {

    static ApplicationApi of(Connections.Lease lease, Dialect dialect) {
        return new ApplicationApi(lease.connection(), dialect, lease.namespace());
    }

    NonNamespaceOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            applications() {
        return connection
                .client()
                .genericKubernetesResources(dialect.resource())
                .inNamespace(namespace);
    }

    /** Those of the kind that are applications. */
    FilterWatchListDeletable<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            selected() {
        var all = applications();
        return dialect.selector().isEmpty() ? all : all.withLabelSelector(dialect.selector());
    }

    FilterWatchListDeletable<Pod, PodList, PodResource> pods(String application) {
        return connection.client().pods().inNamespace(namespace).withLabel(dialect.nameLabel(), application);
    }

    Optional<GenericKubernetesResource> find(String name) {
        return tried(
                "get",
                name,
                () -> Optional.ofNullable(applications().withName(name).get()));
    }

    /** What the action gives, or what the server said against it. It may be done twice: see {@link Uncut}. */
    <T> T tried(String verb, String name, Supplier<T> action) {
        try {
            return Uncut.ask(action);
        } catch (KubernetesClientException e) {
            throw refused(e, verb, name);
        }
    }

    ClusterAccessException refused(KubernetesClientException e, String verb, String name) {
        return ApplicationErrors.of(
                e, new ClusterAccessException.Request(verb, dialect.resourceName(), name, namespace), this);
    }
}
