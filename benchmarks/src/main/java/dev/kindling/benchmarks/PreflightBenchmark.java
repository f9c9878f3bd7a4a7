package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.util.List;

/** What preflight adds to the start of a session: pairs of starts with and without it, in turns. */
final class PreflightBenchmark implements Benchmark {

    private static final List<SessionPeer> PAIR = List.of(SessionPeer.KINDLING, SessionPeer.KINDLING_NO_PREFLIGHT);
    private static final double ALLOWED_WARM = 0.5;
    private static final double ALLOWED_COLD = 1.5;

    @Override
    public String name() {
        return "preflight";
    }

    @Override
    public String what() {
        return "start of a session of 1 executor with and without preflight (s), cluster of KUBECONFIG";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (Lab lab = Lab.open()) {
            SessionRuns runs = new SessionRuns(HandWritten.of(lab), 1);
            return List.of(
                    goal(out, "warm", runs.warm(rounds, PAIR), ALLOWED_WARM),
                    goal(out, "cold", runs.cold(rounds, PAIR), ALLOWED_COLD));
        }
    }

    private static Goal goal(PrintStream out, String jvm, List<Series> pair, double allowed) {
        Series added = pair.get(0).minus(pair.get(1));
        out.println("   " + jvm + " JVM");
        pair.forEach(peer -> out.println("     " + peer));
        out.println("     " + added);
        return new Goal("preflight, " + jvm + " JVM, median of what it adds (s)", added.median(), allowed);
    }
}
