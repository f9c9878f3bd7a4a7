package dev.kindling.internal.session;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.cluster.k8s.ExecutorPodsAllocator;
import org.apache.spark.scheduler.cluster.k8s.ExecutorPodsSnapshotsStore;
import org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBuilder;
import org.apache.spark.util.Clock;

/**
 * Spark's own allocator, made by Spark through {@code spark.kubernetes.allocation.pods.allocator}, which is the one
 * public place where Spark shows the Kubernetes client that it made for itself.
 *
 * <p>That client refreshes its credentials every minute, and at once after a 401, from the JVM's default kubeconfig,
 * whatever API server it talks to. A token provider takes precedence over both, so a session whose target is not that
 * default kubeconfig sets one here, before the client's first call.
 */
public final class SessionPodsAllocator extends ExecutorPodsAllocator {

    /** Called by Spark. */
    public SessionPodsAllocator(
            SparkConf conf,
            SecurityManager securityManager,
            KubernetesExecutorBuilder executorBuilder,
            KubernetesClient client,
            ExecutorPodsSnapshotsStore snapshots,
            Clock clock) {
        super(conf, securityManager, executorBuilder, client, snapshots, clock);
        ActiveSession.current().flatMap(ActiveSession::token).ifPresent(token -> {
            Config config = client.getConfiguration();
            config.setOauthTokenProvider(token);
        });
    }
}
