package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The drivers of an application's attempts. */
final class DriverPods {

    private final SharedConnection.Use use;
    private final Dialect dialect;
    private final String application;

    DriverPods(SharedConnection.Use use, Dialect dialect, String application) {
        this.use = use;
        this.dialect = dialect;
        this.application = application;
    }

    SharedIndexInformer<Pod> inform(ResourceEventHandler<Pod> handler) {
        return selected().inform(handler);
    }

    /** The earliest first. */
    List<Pod> list() {
        return selected().list().getItems().stream()
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()))
                .toList();
    }

    /** The log so far of the latest attempt whose driver has started. */
    Optional<String> latestLog() {
        return list().stream()
                .flatMap(pod -> DriverContainer.started(pod).stream())
                .reduce((earlier, later) -> later)
                .map(driver -> use.client()
                        .pods()
                        .inNamespace(use.namespace())
                        .withName(driver.pod())
                        .inContainer(driver.name())
                        .getLog());
    }

    private FilterWatchListDeletable<Pod, PodList, PodResource> selected() {
        return use.client()
                .pods()
                .inNamespace(use.namespace())
                .withLabels(dialect.podsOf(application))
                .withLabel("spark-role", "driver");
    }
}
