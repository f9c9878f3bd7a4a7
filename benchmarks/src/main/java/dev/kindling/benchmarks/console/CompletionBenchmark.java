package dev.kindling.benchmarks.console;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the Tab key takes. There is no peer: nobody else completes columns and files in Java. */
public final class CompletionBenchmark implements Benchmark {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double P95 = 0.95;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String what() {
        return "50 mixed inputs completed with the whole class path, twice, in fresh JVMs (ms)";
    }

    /** The inputs of all rounds are one series. */
    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 0; round < rounds.counted(); round++) {
            var times = ChildJvm.of(CompletionWork.class, LIMIT).run();
            first.addAll(times.subList(0, times.size() / 2));
            second.addAll(times.subList(times.size() / 2, times.size()));
        }
        var cold = new Series("first pass (ms)", first);
        var warm = new Series("second pass (ms)", second);
        out.println("     " + cold);
        out.println("     " + warm);
        return List.of(
                new Goal("first pass, p95 (ms)", cold.quantile(P95), 400),
                new Goal("second pass, p95 (ms)", warm.quantile(P95), 100),
                new Goal("the slowest (ms)", Math.max(cold.quantile(1), warm.quantile(1)), 1_000));
    }
}
