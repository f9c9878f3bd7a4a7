package dev.kindling.internal.session;

import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.kubernetes.ClusterErrors;
import dev.kindling.internal.kubernetes.ContainerLog;
import dev.kindling.run.ExecutorStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** The logs of executors whose pods are there. */
final class PodLogs {
    private static final int LINES = 500;

    private PodLogs() {}

    /** The last lines. */
    static String of(ExecutorStatus executor, String container, ClusterClient cluster) {
        if (executor.pod().isEmpty()) {
            return "";
        }
        try {
            return new ContainerLog(cluster.client(), cluster.namespace(), executor.pod(), container).end(LINES);
        } catch (KubernetesClientException e) {
            throw ClusterErrors.of(
                    new Request("get", "pods/log", executor.pod(), cluster.namespace()), cluster.apiServer(), e);
        }
    }
}
