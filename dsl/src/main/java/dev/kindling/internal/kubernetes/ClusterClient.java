package dev.kindling.internal.kubernetes;

import dev.kindling.target.ApiAccess;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.util.Optional;

/**
 * A client for one {@link KubernetesCluster}. Thread-safe.
 *
 * <p>Closing it leaves a client that the user gave open.
 */
public final class ClusterClient implements AutoCloseable {

    private static final int RETRIES = 4;

    private final KubernetesCluster cluster;
    private final KubernetesClient client;
    private final Config config;
    private volatile boolean hasAnswered;

    private ClusterClient(KubernetesCluster cluster, KubernetesClient client) {
        this.cluster = cluster;
        this.client = client;
        this.config = client.getConfiguration();
    }

    /**
     * Opens a client; makes no call yet.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if nothing says where the API server is
     */
    public static ClusterClient open(KubernetesCluster cluster) {
        KubernetesClient client = cluster.access() instanceof ApiAccess.UserClient given
                ? given.client()
                : new KubernetesClientBuilder()
                        .withConfig(patient(ClusterConfig.of(cluster.access())))
                        .withHttpClientBuilderConsumer(
                                http -> http.addOrReplaceInterceptor("kindling-busy", new BusyServer()))
                        .build();
        return new ClusterClient(cluster, client);
    }

    /**
     * The client itself. The server is reached first, once; a client that the user gave has limits of its own.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if there is no answer, after {@link FirstContact#CONNECT} at the
     *     latest where nothing accepts the connection
     */
    public KubernetesClient client() {
        if (!hasAnswered) {
            if (!isTheUsers()) {
                FirstContact.with(client);
            }
            hasAnswered = true;
        }
        return client;
    }

    /** The client's configuration. */
    public Config config() {
        return config;
    }

    /** The API server. */
    public URI apiServer() {
        return URI.create(config.getMasterUrl());
    }

    /** The namespace that was given, else the context's (in a pod: the pod's), else {@code default}. */
    public String namespace() {
        return cluster.namespace()
                .or(() -> Optional.ofNullable(config.getNamespace()))
                .orElse("default");
    }

    /** The kubeconfig context in use, where the user's own kubeconfig is. */
    public Optional<String> context() {
        boolean usersOwn =
                cluster.access() instanceof ApiAccess.CurrentContext || cluster.access() instanceof ApiAccess.Context;
        return usersOwn
                ? Optional.ofNullable(config.getCurrentContext()).map(context -> context.getName())
                : Optional.empty();
    }

    /** Whether Spark's own client finds the same credentials by itself, from the JVM's kubeconfig or the pod. */
    public boolean isTheJvmsOwn() {
        return cluster.access() instanceof ApiAccess.CurrentContext || cluster.access() instanceof ApiAccess.Context;
    }

    /** A second and a half: fabric8 would ask a server that is away ten times, over a minute and a half. */
    private static Config patient(Config config) {
        config.setRequestRetryBackoffLimit(RETRIES);
        config.setConnectionTimeout(Math.min(config.getConnectionTimeout(), (int) FirstContact.CONNECT.toMillis()));
        return config;
    }

    private boolean isTheUsers() {
        return cluster.access() instanceof ApiAccess.UserClient;
    }

    @Override
    public void close() {
        if (!isTheUsers()) {
            client.close();
        }
    }
}
