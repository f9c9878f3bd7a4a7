package dev.kindling.benchmarks;

import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.RunningSession;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.client.Config;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The ways to come to a session without a cluster, each in a fresh JVM and reporting its figures in order. */
enum EmbeddedPeer {
    /** What is promised: pods on the embedded Kubernetes. */
    KINDLING(List.of("boot", "first session", "boot + first session", "next session")) {
        @Override
        void run() throws Exception {
            long called = System.nanoTime();
            try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
                double boot = secondsSince(called);
                double first = session(kubernetes);
                List.of(boot, first, boot + first, session(kubernetes)).forEach(ChildJvm::report);
            }
        }
    },
    /** The same server and pods with Spark configured by hand. */
    RAW(List.of("raw Spark: first session")) {
        @Override
        void run() throws Exception {
            try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
                String kubeconfig = kubernetes.kubeconfig().toString();
                // Where Spark's client looks for the server's certificate and token.
                System.setProperty(Config.KUBERNETES_KUBECONFIG_FILE, kubeconfig);
                String server =
                        Config.fromKubeconfig(kubernetes.kubeconfig().toFile()).getMasterUrl();
                HandWritten byHand = new HandWritten(server, "default", "kindling/spark:4.1.1", "127.0.0.1");
                long called = System.nanoTime();
                Started session = SessionPeer.RAW.start(byHand, EXECUTORS);
                ChildJvm.report(secondsSince(called));
                session.stop();
            }
        }
    },
    /** No pods at all: threads of one JVM. */
    LOCAL(List.of("raw Spark: local[2]")) {
        @Override
        void run() {
            long called = System.nanoTime();
            SparkSession spark = SparkSession.builder()
                    .master("local[" + EXECUTORS + "]")
                    .config("spark.driver.host", "127.0.0.1")
                    .getOrCreate();
            ChildJvm.report(secondsSince(called));
            spark.stop();
        }
    };

    private static final int EXECUTORS = 2;

    private final List<String> figures;

    EmbeddedPeer(List<String> figures) {
        this.figures = figures;
    }

    List<String> figures() {
        return figures;
    }

    abstract void run() throws Exception;

    static double session(EmbeddedKubernetes kubernetes) {
        long called = System.nanoTime();
        try (RunningSession session = Spark.session("benchmark")
                .executors(ExecutorPlan.of(EXECUTORS).memory("512m"))
                .startOn(kubernetes.cluster())) {
            double seconds = secondsSince(called);
            if (session.executors().size() != EXECUTORS) {
                throw new IllegalStateException("Executors after the start: " + session.executors());
            }
            return seconds;
        }
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
