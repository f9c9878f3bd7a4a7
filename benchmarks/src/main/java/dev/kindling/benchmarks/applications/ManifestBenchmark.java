package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Micro;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** From a spec to a resource as text, and from the text to all that is wrong with it. */
public final class ManifestBenchmark implements Benchmark {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public String what() {
        return "render a resource, beside the same by fabric8's builders, and validate it (ms, JMH; first use in fresh JVMs)";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        var warm = Micro.measure(ManifestWork.class, out);
        Series first = rounds.measure(List.of(new FirstUse())).get(0);
        out.println("     " + first);
        double ratio =
                warm.get("render").getPercentile(50) / warm.get("handWritten").getPercentile(50);
        return List.of(
                new Goal("render, ratio to builders by hand", ratio, 1.2),
                new Goal("validate, warm, median (ms)", warm.get("validate").getPercentile(50), 1),
                new Goal("validate, warm, p99 (ms)", warm.get("validate").getPercentile(99), 10),
                new Goal("validate, first use in a JVM (s)", first.median(), 1.5));
    }

    private record FirstUse() implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of("first validation (s)");
        }

        @Override
        public List<Double> run() throws Exception {
            return ChildJvm.of(FirstValidation.class, LIMIT).run();
        }
    }
}
