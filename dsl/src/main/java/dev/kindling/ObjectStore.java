package dev.kindling;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.internal.storage.StoreCheck;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;

/**
 * An object store to be asked from this JVM. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void check() {
 *     Diagnosis lake = Spark.store(S3.minio("http://localhost:9000")).check("lake");
 *     lake.first().ifPresent(finding -> System.out.println(finding.what() + " -> " + finding.change().code()));
 * }
 * }</pre>
 */
public final class ObjectStore {
    private final S3 store;

    private ObjectStore(S3 store) {
        this.store = store;
    }

    static ObjectStore of(S3 store) {
        return new ObjectStore(store);
    }

    /**
     * Whether a bucket can be used from here: lists it, and writes, reads and deletes a small object. In half a minute at
     * most, where nobody answers; else at once.
     *
     * @param bucket its name alone
     * @return healthy, or what is wrong: address, scheme, name, port, keys, rights, clock, bucket, connector
     */
    public Diagnosis check(String bucket) {
        return StoreCheck.of(store, bucket);
    }

    /**
     * The same by a port-forward, if the store is of {@link S3#fromHereByPortForward}: it leads to a Service of this cluster,
     * and is closed at the end.
     *
     * @param cluster whose namespace counts for a Service without one
     * @param bucket its name alone
     */
    public Diagnosis check(KubernetesCluster cluster, String bucket) {
        return StoreCheck.of(store, bucket, cluster);
    }

    /**
     * The same from a pod of the cluster: with the image of the executors, the address and the credentials of pods. Tells
     * also whether that image has the connector. The pod is small and removed at the end; takes some seconds, two minutes at
     * most. Needs the rights to create, get, list, watch and delete pods, and with {@code S3Credentials.keys(..)} to create
     * Secrets.
     *
     * <pre>{@code
     * static boolean isUsableFromPods(S3 lake) {
     *     var cluster = KubernetesCluster.current().image(SparkImage.parse("registry.local/spark:4.1.1-s3a"));
     *     return Spark.store(lake).checkFromPods(cluster, "lake").findings().isEmpty();
     * }
     * }</pre>
     *
     * @param cluster with the image: {@code cluster.image(SparkImage.parse(".."))}
     * @param bucket its name alone
     * @throws IllegalArgumentException if the cluster has no image
     * @throws dev.kindling.diagnosis.ClusterAccessException if the cluster does not let the pod be made
     */
    public Diagnosis checkFromPods(KubernetesCluster cluster, String bucket) {
        return StoreCheck.fromPods(store, bucket, cluster);
    }
}
