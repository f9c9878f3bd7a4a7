package dev.kindling.internal.session;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.k8s.KubernetesConf$;
import org.apache.spark.deploy.k8s.SparkPod;
import org.apache.spark.scheduler.cluster.k8s.ExecutorPodsAllocator;
import org.apache.spark.scheduler.cluster.k8s.ExecutorPodsSnapshotsStore;
import org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBuilder;
import org.apache.spark.util.Clock;
import scala.Tuple2;
import scala.collection.immutable.Seq;

/**
 * Spark's own allocator, made by Spark through {@code spark.kubernetes.allocation.pods.allocator}, with three changes.
 *
 * <p>This setting is the one public place where Spark shows the Kubernetes client that it made for itself. That client
 * refreshes its credentials every minute, and at once after a 401, from the JVM's default kubeconfig, whatever API
 * server it talks to. A token provider takes precedence over both, so a session whose target is not that default
 * kubeconfig sets one here, before the client's first call.
 *
 * <p>And several pods are created side by side; Spark waits for the server's answer after each. A refusal is told to the
 * session.
 */
public final class SessionPodsAllocator extends ExecutorPodsAllocator {

    /** A server answers 4 to 8 creates at a time about as quickly as one; more gains nothing. */
    private static final int SIDE_BY_SIDE = 8;

    private final SparkConf conf;
    private final SecurityManager securityManager;
    private final KubernetesExecutorBuilder executorBuilder;
    private final KubernetesClient client;
    private final Clock clock;
    private final boolean onlyPods;

    /** Called by Spark. */
    public SessionPodsAllocator(
            SparkConf conf,
            SecurityManager securityManager,
            KubernetesExecutorBuilder executorBuilder,
            KubernetesClient client,
            ExecutorPodsSnapshotsStore snapshots,
            Clock clock) {
        super(conf, securityManager, executorBuilder, client, snapshots, clock);
        ActiveSession.current().flatMap(ActiveSession::token).ifPresent(token -> client.getConfiguration()
                .setOauthTokenProvider(token));
        this.conf = conf;
        this.securityManager = securityManager;
        this.executorBuilder = executorBuilder;
        this.client = client;
        this.clock = clock;
        this.onlyPods =
                Arrays.stream(conf.getAll()).map(Tuple2::_1).noneMatch(SessionPodsAllocator::bringsMoreThanPods);
    }

    @Override
    public void requestNewExecutors(int count, String applicationId, int profileId, Seq<String> claimsInUse) {
        try {
            request(count, applicationId, profileId, claimsInUse);
        } catch (KubernetesClientException e) {
            ActiveSession.current().ifPresent(session -> session.refused(e));
            throw e;
        }
    }

    private void request(int count, String applicationId, int profileId, Seq<String> claimsInUse) {
        boolean withinLimit = EXECUTOR_ID_COUNTER().get() + count < podAllocationMaximum();
        if (count == 1 || !onlyPods || !withinLimit) {
            super.requestNewExecutors(count, applicationId, profileId, claimsInUse);
            return;
        }
        ExecutorService creators = Executors.newFixedThreadPool(Math.min(count, SIDE_BY_SIDE));
        try {
            // A pod is built while those before it are being created: the builder is for one thread.
            List<CompletableFuture<Long>> created = IntStream.range(0, count)
                    .mapToObj(i -> EXECUTOR_ID_COUNTER().incrementAndGet())
                    .map(id -> create(id, pod(id, applicationId, profileId), creators))
                    .toList();
            remember(created, profileId);
        } finally {
            creators.shutdown();
        }
    }

    /** Claims are made per pod and reused between them; steps of the user's own may make anything. */
    private static boolean bringsMoreThanPods(String key) {
        return key.startsWith("spark.kubernetes.executor.volumes.persistentVolumeClaim.")
                || key.equals("spark.kubernetes.executor.pod.featureSteps");
    }

    private Pod pod(int id, String applicationId, int profileId) {
        var executorConf = KubernetesConf$.MODULE$.createExecutorConf(
                conf, Integer.toString(id), applicationId, driverPod(), profileId);
        SparkPod built = executorBuilder
                .buildFromFeatures(
                        executorConf,
                        securityManager,
                        client,
                        rpIdToResourceProfile().apply(profileId))
                .pod();
        return new PodBuilder(built.pod())
                .editOrNewSpec()
                .addToContainers(built.container())
                .endSpec()
                .build();
    }

    private CompletableFuture<Long> create(int id, Pod pod, ExecutorService creators) {
        return CompletableFuture.supplyAsync(
                () -> {
                    client.pods().inNamespace(namespace()).resource(pod).create();
                    return (long) id;
                },
                creators);
    }

    /** Spark counts on the ids of all that were created, also when another one was refused. */
    private void remember(List<CompletableFuture<Long>> created, int profileId) {
        CompletionException refused = null;
        for (CompletableFuture<Long> pod : created) {
            try {
                newlyCreatedExecutors().put(pod.join(), new Tuple2<>(profileId, clock.getTimeMillis()));
            } catch (CompletionException e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
        }
    }
}
