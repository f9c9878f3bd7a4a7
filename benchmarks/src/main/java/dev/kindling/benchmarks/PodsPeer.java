package dev.kindling.benchmarks;

import dev.kindling.Spark;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The ways to ask for many executors. No node takes them, so that what is measured is how fast they are asked for and
 * not how the node bears twenty containers beside it.
 */
enum PodsPeer {
    /** The start waits for executors that never come, until its thread is interrupted. */
    KINDLING {
        @Override
        Started request(HandWritten lab, int executors) {
            Thread start = new Thread(() -> Spark.session("benchmark")
                    .image(lab.image())
                    .executors(ExecutorPlan.of(executors).pod(PodPlan.none().nodeSelector(LABEL, NOWHERE)))
                    .startOn(KubernetesCluster.current().namespace(lab.namespace())));
            // An interrupted start throws: nobody waits for it here.
            start.setUncaughtExceptionHandler((thread, problem) -> {});
            start.start();
            return () -> {
                start.interrupt();
                start.join();
            };
        }
    },
    /** Spark's defaults; the ratio only keeps it from waiting for the executors. */
    RAW {
        @Override
        Started request(HandWritten lab, int executors) {
            SparkConf conf = new SparkConf()
                    .setAppName("benchmark")
                    .setMaster("k8s://" + lab.apiServer())
                    .set("spark.kubernetes.namespace", lab.namespace())
                    .set("spark.kubernetes.container.image", lab.image())
                    .set("spark.driver.host", lab.driverHost())
                    .set("spark.executor.instances", String.valueOf(executors))
                    .set("spark.kubernetes.executor.node.selector." + LABEL, NOWHERE)
                    .set("spark.scheduler.minRegisteredResourcesRatio", "0");
            SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
            return spark::stop;
        }
    };

    private static final String LABEL = "kindling-benchmark";
    private static final String NOWHERE = "nowhere";

    /** Begins to ask for them; what it returns takes everything back. */
    abstract Started request(HandWritten lab, int executors);
}
