package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.internal.tracking.ObjectWatch;
import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The applications of a namespace, in the dialects of all operators that the cluster has. */
public final class ApplicationList {

    private final KubernetesCluster cluster;

    public ApplicationList(KubernetesCluster cluster) {
        this.cluster = cluster;
    }

    /** By name. */
    public List<ListedApplication> list(ApplicationFilter filter) {
        try (var lease = Connections.lease(cluster)) {
            return apis(lease).stream()
                    .flatMap(api -> list(api, filter).stream())
                    .sorted(Comparator.comparing(ListedApplication::name))
                    .toList();
        }
    }

    private static List<ListedApplication> list(ApplicationApi api, ApplicationFilter filter) {
        var found = new ArrayList<ListedApplication>();
        Pages.each(api, filter.labels(), item -> {
            var listed = read(api, item);
            if (filter.matches(listed)) {
                found.add(listed);
            }
        });
        return found;
    }

    private static ListedApplication read(ApplicationApi api, GenericKubernetesResource item) {
        var status = api.dialect().read(Json.of(item), Instant.now());
        var metadata = item.getMetadata();
        return new ListedApplication(
                metadata.getName(),
                metadata.getNamespace(),
                api.dialect().operator(),
                status.state(),
                status.attempts(),
                Instant.parse(metadata.getCreationTimestamp()),
                Objects.requireNonNullElse(metadata.getLabels(), Map.of()));
    }

    /** The handle of one that is there. */
    public Optional<SubmittedApplication> find(String name, LogKeeping keeping) {
        try (var lease = Connections.lease(cluster)) {
            for (var api : apis(lease)) {
                var found = api.find(name);
                if (found.isPresent()) {
                    return Optional.of(ApplicationSubmission.adopt(found.get(), api.dialect(), cluster, keeping));
                }
            }
            return Optional.empty();
        }
    }

    /** The resource of one that is there, as it is. */
    public Optional<JsonNode> resource(String name) {
        try (var lease = Connections.lease(cluster)) {
            return apis(lease).stream()
                    .flatMap(api -> api.find(name).stream())
                    .findFirst()
                    .map(Json::of);
        }
    }

    /** Tells of every change until it is closed; whether one is gone is told by its name. */
    public AutoCloseable watch(
            ApplicationFilter filter, Consumer<ListedApplication> changed, Consumer<String> removed) {
        var lease = Connections.lease(cluster);
        var open = new ArrayList<AutoCloseable>();
        try {
            for (var api : apis(lease)) {
                open.add(api.tried("watch", "", () -> api.connection()
                        .applications(api.dialect(), api.namespace())
                        .listen(ObjectWatch.EVERY, new Listener(api, filter, changed, removed))));
                list(api, filter).forEach(changed);
            }
        } catch (RuntimeException e) {
            close(open, lease);
            throw e;
        }
        return () -> close(open, lease);
    }

    private static void close(List<AutoCloseable> open, Connections.Lease lease) {
        open.forEach(registration -> {
            try {
                registration.close();
            } catch (Exception e) {
                throw new IllegalStateException("A registration only forgets its listener", e);
            }
        });
        lease.close();
    }

    /** Those of the operator that is named, else of all that are installed. */
    static List<ApplicationApi> known(KubernetesCluster cluster, Connections.Lease lease) {
        var dialects = cluster.operator().map(Dialect::of).map(List::of).orElseGet(() -> OperatorSearch.in(
                        lease.connection().client())
                .installed());
        return dialects.stream()
                .map(dialect -> ApplicationApi.of(lease, dialect))
                .toList();
    }

    /** The same; without any there is nothing to list. */
    private List<ApplicationApi> apis(Connections.Lease lease) {
        var apis = known(cluster, lease);
        if (apis.isEmpty()) {
            throw new ClusterAccessException(
                    new Request("list", "sparkapplications", "", lease.namespace()),
                    new Answer(
                            404,
                            "this cluster knows none of "
                                    + Dialect.OF_OPERATORS.stream()
                                            .map(Dialect::resourceName)
                                            .toList()),
                    "install an operator: "
                            + Dialect.OF_OPERATORS.stream()
                                    .map(Dialect::product)
                                    .toList(),
                    null);
        }
        return apis;
    }

    private record Listener(
            ApplicationApi api, ApplicationFilter filter, Consumer<ListedApplication> news, Consumer<String> gone)
            implements ObjectWatch.Listener<GenericKubernetesResource> {
        @Override
        public void changed(GenericKubernetesResource object) {
            var listed = read(api, object);
            if (filter.matches(listed)) {
                news.accept(listed);
            } else {
                gone.accept(listed.name());
            }
        }

        @Override
        public void removed(GenericKubernetesResource object) {
            gone.accept(object.getMetadata().getName());
        }
    }
}
