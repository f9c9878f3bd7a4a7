package dev.kindling.internal.application;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.internal.ui.DriverUi;
import dev.kindling.run.SparkUi;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;

/** The way to the UI of an application's driver; the connection to the cluster is kept while it is open. */
final class ApplicationUi {

    private ApplicationUi() {}

    static SparkUi open(KubernetesCluster cluster, Dialect dialect, String application) {
        var lease = Connections.lease(cluster);
        var api = ApplicationApi.of(lease, dialect);
        return DriverUi.open(
                api.connection().client(), api.namespace(), application, () -> drivers(api, application), lease::close);
    }

    /** Those of all attempts that are there, the latest last. */
    private static List<Pod> drivers(ApplicationApi api, String application) {
        return api.tried(
                "list the pods of",
                application,
                () -> api.pods(application).withLabel("spark-role", "driver").list().getItems().stream()
                        .sorted(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()))
                        .toList());
    }
}
