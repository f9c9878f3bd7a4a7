package dev.kindling.benchmarks.applications;

import dev.kindling.Applications;
import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.target.KubernetesCluster;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.function.Function;

/** A diagnosis of one failed run and of a namespace of 500 runs in a warm JVM, and of that namespace by the command line. */
public final class DoctorBenchmark implements Benchmark {

    private static final int RUNS = 500;

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String what() {
        return "diagnosis of one run and of a namespace of 500 (s, requests), cluster of KUBECONFIG; ./kindling doctor (s)";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        var calls = new CountedCalls();
        try (Lab lab = Lab.open();
                var client = calls.client()) {
            BrokenRuns.make(lab, RUNS);
            var runs = Spark.applications(KubernetesCluster.using(client).namespace(lab.namespace()));
            List<Series> series = rounds.measure(List.of(
                    new Look("one run", runs, calls, it -> it.diagnose("run-0").orElseThrow()),
                    new Look("500 runs", runs, calls, Applications::diagnose),
                    new CommandLine(lab.namespace())));
            series.forEach(one -> out.println("     " + one));
            return List.of(
                    new Goal("one run, s", series.get(0).median(), 1),
                    new Goal("one run, requests", series.get(1).quantile(1), 15),
                    new Goal("500 runs, s", series.get(2).median(), 5),
                    new Goal("500 runs, requests", series.get(3).quantile(1), 60),
                    new Goal("./kindling doctor, s", series.get(4).median(), 5));
        }
    }

    private record Look(String what, Applications runs, CountedCalls calls, Function<Applications, Diagnosis> looking)
            implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(what + ", s", what + ", requests");
        }

        @Override
        public List<Double> run() {
            calls.take();
            long called = System.nanoTime();
            if (looking.apply(runs).isHealthy()) {
                throw new IllegalStateException("Nothing was found in " + what);
            }
            return List.of((System.nanoTime() - called) / 1e9, (double) calls.take());
        }
    }

    private record CommandLine(String namespace) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of("./kindling doctor, s");
        }

        @Override
        public List<Double> run() throws IOException, InterruptedException {
            long called = System.nanoTime();
            var exit = new ProcessBuilder("./kindling", "doctor", "-n", namespace)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 1) {
                throw new IllegalStateException("./kindling doctor ended with " + exit + " and not with 1: a problem");
            }
            return List.of((System.nanoTime() - called) / 1e9);
        }
    }
}
