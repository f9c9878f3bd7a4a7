package dev.kindling.embedded.internal.kubelet.image;

import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Runs in a JVM of its own, without the rest of Kindling: uses what executors use, so that the archive holds it. Public
 * because Spark calls it.
 */
public final class TrainingJob {

    /** Loaded by name: they need a cluster to do anything. */
    private static final String[] EXECUTOR_ONLY = {
        "org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend",
        "org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend$",
        "org.apache.spark.executor.CoarseGrainedExecutorBackend",
        "org.apache.spark.scheduler.cluster.CoarseGrainedClusterMessages$RegisterExecutor",
        "org.apache.spark.scheduler.cluster.CoarseGrainedClusterMessages$LaunchTask",
        "org.apache.spark.scheduler.cluster.CoarseGrainedClusterMessages$StatusUpdate",
        "org.apache.spark.network.crypto.AuthClientBootstrap",
        "org.apache.spark.network.crypto.AuthServerBootstrap",
        "org.apache.spark.network.crypto.AuthEngine",
        "org.apache.spark.network.crypto.CtrTransportCipher",
    };

    private TrainingJob() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        for (String name : EXECUTOR_ONLY) {
            Class.forName(name, false, SparkEnv.class.getClassLoader());
        }
        try (SparkSession spark = SparkSession.builder().appName("training").getOrCreate()) {
            MapFunction<Long, Long> next = number -> number + 1;
            spark.range(1_000)
                    .map(next, Encoders.LONG())
                    .groupBy("value")
                    .count()
                    .collectAsList();
        }
    }
}
