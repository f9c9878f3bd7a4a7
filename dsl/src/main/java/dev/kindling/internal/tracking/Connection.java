package dev.kindling.internal.tracking;

import dev.kindling.internal.kubernetes.ClusterClient;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;

/** A connection to one cluster, shared by all that is done there at a time. Thread-safe. */
public final class Connection {

    private final ClusterClient cluster;
    private final ThreadPoolExecutor workers;
    private final Map<String, ObjectWatch<GenericKubernetesResource>> applications = new ConcurrentHashMap<>();
    private final Map<String, ObjectWatch<Pod>> pods = new ConcurrentHashMap<>();

    private Connection(ClusterClient cluster) {
        this.cluster = cluster;
        this.workers = Workers.start(cluster.apiServer().getHost());
    }

    static Connection open(KubernetesCluster target) {
        return new Connection(ClusterClient.open(target));
    }

    public KubernetesClient client() {
        return cluster.client();
    }

    public URI apiServer() {
        return cluster.apiServer();
    }

    /** A few threads for what has to wait for an answer, shared by all runs; none while there is nothing to do. */
    public ThreadPoolExecutor workers() {
        return workers;
    }

    /** The namespace that was given, else the context's (in a pod: the pod's), else {@code default}. */
    public String namespace(KubernetesCluster target) {
        return target.namespace()
                .or(() -> Optional.ofNullable(cluster.config().getNamespace()))
                .orElse("default");
    }

    /** The watch of a namespace's applications. */
    public ObjectWatch<GenericKubernetesResource> applications(Dialect dialect, String namespace) {
        return applications.computeIfAbsent(
                dialect.resourceName() + "/" + namespace, key -> Informers.ofApplications(this, dialect, namespace));
    }

    /** The watch of the pods of a namespace's applications. */
    public ObjectWatch<Pod> pods(Dialect dialect, String namespace) {
        return pods.computeIfAbsent(
                dialect.nameLabel() + "/" + namespace, key -> Informers.ofPods(this, dialect, namespace));
    }

    void close() {
        workers.shutdown();
        cluster.close();
    }
}
