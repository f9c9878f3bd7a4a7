package dev.kindling.benchmarks;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.ExecutorPlan;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The ways to come to a session with all executors registered. */
enum SessionPeer {
    /** As an embedding service writes it; authentication and encryption are on. */
    KINDLING {
        @Override
        Started start(HandWritten lab, int executors) {
            return session(lab, executors, true);
        }
    },
    /** As a user writes it by hand, nothing encrypted. */
    RAW {
        @Override
        Started start(HandWritten lab, int executors) throws InterruptedException {
            return started(conf(lab, executors), executors);
        }
    },
    /** The same with Spark's own authentication and encryption. */
    RAW_ENCRYPTED {
        @Override
        Started start(HandWritten lab, int executors) throws InterruptedException {
            SparkConf conf = conf(lab, executors)
                    .set("spark.authenticate", "true")
                    .set("spark.network.crypto.enabled", "true")
                    .set("spark.network.crypto.authEngineVersion", "2");
            return started(conf, executors);
        }
    },
    /** As the first one, without a look at the cluster before it. */
    KINDLING_NO_PREFLIGHT {
        @Override
        Started start(HandWritten lab, int executors) {
            return session(lab, executors, false);
        }
    };

    /** Those that do the same work. */
    static final List<SessionPeer> BESIDE_RAW = List.of(KINDLING, RAW, RAW_ENCRYPTED);

    private static final long GLANCE_MS = 10;

    /** Returns when all executors have registered; what it returns stops the session. */
    abstract Started start(HandWritten lab, int executors) throws Exception;

    private static Started session(HandWritten lab, int executors, boolean preflight) {
        RunningSession session = Spark.session("benchmark")
                .image(lab.image())
                .executors(ExecutorPlan.of(executors).memory("512m").cpuRequest("100m"))
                .startOn(KubernetesCluster.current().namespace(lab.namespace()).preflight(preflight));
        return session::close;
    }

    private static SparkConf conf(HandWritten lab, int executors) {
        return new SparkConf()
                .setAppName("benchmark")
                .setMaster("k8s://" + lab.apiServer())
                .set("spark.kubernetes.namespace", lab.namespace())
                .set("spark.kubernetes.container.image", lab.image())
                .set("spark.driver.host", lab.driverHost())
                .set("spark.executor.instances", String.valueOf(executors))
                .set("spark.executor.cores", "1")
                .set("spark.executor.memory", "512m")
                .set("spark.kubernetes.executor.request.cores", "100m");
    }

    private static Started started(SparkConf conf, int executors) throws InterruptedException {
        SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
        var tracker = spark.sparkContext().statusTracker();
        // The driver is in the list, too.
        while (tracker.getExecutorInfos().length <= executors) {
            Thread.sleep(GLANCE_MS);
        }
        return spark::stop;
    }
}
