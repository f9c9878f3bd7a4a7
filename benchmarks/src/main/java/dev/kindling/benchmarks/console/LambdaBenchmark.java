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
import java.util.Locale;

/** A lambda typed in the console beside the same one in a jar, on an executor that has compiled both. */
public final class LambdaBenchmark implements Benchmark {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public String what() {
        return "a lambda typed in the console beside the same one in a jar, and console variables in hot loops (s)";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        var warmUps = Math.max(3, rounds.warmUps()); // until the executor's compiler has done with all of them
        var reported =
                ChildJvm.of(LambdaWork.class, LIMIT).run(String.valueOf(warmUps), String.valueOf(rounds.counted()));
        var series = new ArrayList<Series>();
        for (var peer : LambdaWork.Peer.values()) {
            int first = peer.ordinal() * rounds.counted();
            series.add(new Series(peer.what(), reported.subList(first, first + rounds.counted())));
        }
        series.forEach(each -> out.println("     " + each));
        double copies = reported.get(reported.size() - 1);
        out.printf(
                Locale.ROOT,
                "     console variable read in each call, ratio to a local: %.3f%n",
                of(LambdaWork.Peer.VARIABLE, series).ratioTo(of(LambdaWork.Peer.LOCAL, series)));
        return List.of(
                new Goal(
                        "typed lambda, ratio to the same in a jar",
                        of(LambdaWork.Peer.TYPED, series).ratioTo(of(LambdaWork.Peer.JAR, series)),
                        1.05),
                new Goal("copies of a console variable in a task that reads it a million times", copies, 1));
    }

    private static Series of(LambdaWork.Peer peer, List<Series> series) {
        return series.get(peer.ordinal());
    }
}
