package dev.kindling.benchmarks.storage;

import dev.kindling.ApplicationSpec;
import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.DriverPlan;
import dev.kindling.value.ExecutorPlan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is sent to a store for a function of this class path, the first time and the second. */
public final class SecondRunBenchmark implements Benchmark {

    private static final double KB = 1e3;
    private static final double MOST_KB = 64;

    @Override
    public String name() {
        return "second-run";
    }

    @Override
    public String what() {
        return "what is sent to a store for a function's first and second run (kB), jars of this class path";
    }

    /** Once: bytes are not a matter of chance. */
    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (var kubernetes = EmbeddedKubernetes.start();
                var store = BenchmarkStore.open();
                var way = SlowWay.to(store.address().endpoint(), Duration.ZERO)) {
            // Pods have a way of their own: what they write is not counted.
            var spec = Spark.application("second-run")
                    .s3(store.address().s3().fromHere(way.endpoint().toString()))
                    .codeIn(CodeStore.at(store.address().folder("code")))
                    .driver(DriverPlan.defaults().memory("512m"))
                    .executors(ExecutorPlan.of(1).memory("512m"));
            double first = sent(spec, 1, kubernetes.cluster(), way, out);
            double second = sent(spec, 2, kubernetes.cluster(), way, out);
            if (first <= second) {
                throw new IllegalStateException("The first run sent " + first + " kB: its jars were not among them");
            }
            return List.of(new Goal("sent for the second run (kB)", second, MOST_KB));
        }
    }

    /** Each run has a function of its own, so that it has to be sent. */
    private static double sent(
            ApplicationSpec spec, long number, KubernetesCluster cluster, SlowWay way, PrintStream out) {
        var steps = new CopyOnWriteArrayList<String>();
        way.takeSent();
        var run = spec.task(spark -> number * spark.range(number).count()).submitTo(cluster, steps::add);
        double sent = way.takeSent() / KB;
        out.printf(
                "     run %d: %.1f kB sent, %d files brought, %d were there%n",
                number, sent, count(steps, " brought, "), count(steps, " was there"));
        run.application().delete();
        return sent;
    }

    private static long count(List<String> steps, String what) {
        return steps.stream().filter(step -> step.contains(what)).count();
    }
}
