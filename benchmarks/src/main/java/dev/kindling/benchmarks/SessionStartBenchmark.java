package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * From the call to all executors registered, on a real cluster. The goal is for a fresh JVM, as users start one; a warm
 * one shows what is left when classes are loaded and compiled.
 */
final class SessionStartBenchmark implements Benchmark {

    private static final double ALLOWED_SHARE = 0.05;
    private static final double ALLOWED_SECONDS = 0.3;

    @Override
    public String name() {
        return "session-start";
    }

    @Override
    public String what() {
        return "call to all executors registered (s), cluster of KUBECONFIG, 1 and 2 executors, Kindling and raw Spark";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        List<Goal> goals = new ArrayList<>();
        try (Lab lab = Lab.open()) {
            HandWritten facts = HandWritten.of(lab);
            for (int executors : List.of(1, 2)) {
                SessionRuns runs = new SessionRuns(facts, executors);
                List<Series> cold = runs.cold(rounds, SessionPeer.BESIDE_RAW);
                print(out, "cold JVM, executors: " + executors, cold);
                goals.add(goal(executors, cold));
                print(out, "warm JVM, executors: " + executors, runs.warm(rounds, SessionPeer.BESIDE_RAW));
            }
        }
        return goals;
    }

    private static void print(PrintStream out, String what, List<Series> peers) {
        Series kindling = peers.get(0);
        out.println("   " + what);
        peers.forEach(peer -> out.println("     " + peer));
        for (Series raw : peers.subList(1, peers.size())) {
            out.println("     " + kindling.minus(raw));
            out.printf("     ratio of medians to %s: %.3f%n", raw.name(), kindling.ratioTo(raw));
        }
    }

    private static Goal goal(int executors, List<Series> cold) {
        double raw = cold.get(SessionPeer.RAW.ordinal()).median();
        double kindling = cold.get(SessionPeer.KINDLING.ordinal()).median();
        return new Goal(
                "session start over raw, cold JVM, executors: " + executors + " (s)",
                kindling - raw,
                Math.max(ALLOWED_SHARE * raw, ALLOWED_SECONDS));
    }
}
