package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Five hundred applications brought to a real API server, in a namespace that no operator watches. */
public final class SubmitBenchmark implements Benchmark {

    private static final int APPLICATIONS = 500;
    private static final double ALLOWED_RATIO = 1.15;

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public String what() {
        return "500 applications submitted (s), cluster of KUBECONFIG, beside the same resources by parallel client calls";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (Lab lab = Lab.open()) {
            Resources.allow(lab, SubmitPeer.spec(0).rbac());
            List<Series> series = rounds.measure(Stream.of(SubmitPeer.values())
                    .map(peer -> new Run(peer, lab))
                    .toList());
            series.forEach(one -> out.println("     " + one));
            Series kindling = series.get(SubmitPeer.KINDLING.ordinal());
            double best = series.stream()
                    .filter(one -> one.name().startsWith("CLIENT"))
                    .mapToDouble(Series::median)
                    .min()
                    .orElseThrow();
            return List.of(new Goal(
                    "500 applications, ratio to the best parallel loop", kindling.median() / best, ALLOWED_RATIO));
        }
    }

    private record Run(SubmitPeer peer, Lab lab) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(peer.name());
        }

        @Override
        public List<Double> run() throws Exception {
            long called = System.nanoTime();
            peer.submit(lab, APPLICATIONS);
            double seconds = (System.nanoTime() - called) / 1e9;
            Resources.removeAll(lab, APPLICATIONS);
            return List.of(seconds);
        }
    }
}
