package dev.kindling.benchmarks.applications;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.run.LogKeeping;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The ways to bring many applications to a cluster; all make equal resources, with one client that is open. */
enum SubmitPeer {
    /** Checked, dry-run once, followed from the first state on. */
    KINDLING {
        @Override
        void submit(Lab lab, int applications) {
            var specs =
                    IntStream.range(0, applications).mapToObj(SubmitPeer::spec).toList();
            var cluster = KubernetesCluster.using(lab.client()).namespace(lab.namespace());
            Spark.applications(cluster.operator(Operator.kubeflow())).submitAll(specs);
        }
    },
    CLIENT_32 {
        @Override
        void submit(Lab lab, int applications) throws Exception {
            plain(lab, 32, applications);
        }
    },
    CLIENT_64 {
        @Override
        void submit(Lab lab, int applications) throws Exception {
            plain(lab, 64, applications);
        }
    };

    abstract void submit(Lab lab, int applications) throws Exception;

    /** Without a Secret of its own, as the peer has none: one object each. */
    static ApplicationSpec spec(int number) {
        return Spark.application("run-" + number)
                .image("registry.local/etl:7")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .driver(DriverPlan.defaults().serviceAccount("spark"))
                .executors(ExecutorPlan.of(2))
                .encryption(false)
                .logs(LogKeeping.off());
    }

    private static void plain(Lab lab, int threads, int applications) throws Exception {
        var yaml = spec(0).manifest(Operator.kubeflow()).toYaml();
        inParallel(threads, applications, i -> {
            var resource = new KubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
            resource.getMetadata().setName("run-" + i);
            Resources.of(lab).resource(resource).create();
        });
    }

    private static void inParallel(int threads, int number, IntConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int each = i;
                all.add(pool.submit(() -> work.accept(each)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
