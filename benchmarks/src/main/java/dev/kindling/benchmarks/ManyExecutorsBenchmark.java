package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Lab;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the first to the last of twenty executor pods created, on a real cluster, in a warm driver. */
final class ManyExecutorsBenchmark implements Benchmark {

    private static final int EXECUTORS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final double ALLOWED_RATIO = 0.75;

    @Override
    public String name() {
        return "many-executors";
    }

    @Override
    public String what() {
        return "first to last of 20 executor pods created (s), cluster of KUBECONFIG, Kindling and raw Spark's defaults";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        List<Series> peers;
        try (Lab lab = Lab.open()) {
            peers = measure(rounds, HandWritten.of(lab));
        }
        peers.forEach(peer -> out.println("     " + peer));
        double ratio = peers.get(0).ratioTo(peers.get(1));
        return List.of(new Goal("20 executors, first to last pod, ratio to raw defaults", ratio, ALLOWED_RATIO));
    }

    private static List<Series> measure(Rounds rounds, HandWritten facts) throws Exception {
        Stream<String> numbers =
                Stream.of(rounds.warmUps(), rounds.counted(), EXECUTORS).map(String::valueOf);
        int count = rounds.counted();
        List<Double> values = ChildJvm.of(PodRequests.class, LIMIT.multipliedBy(rounds.warmUps() + count))
                .run(Stream.concat(numbers, facts.args().stream()).toArray(String[]::new));
        PodsPeer[] peers = PodsPeer.values();
        return IntStream.range(0, peers.length)
                .mapToObj(peer -> new Series(peers[peer].name(), values.subList(peer * count, (peer + 1) * count)))
                .toList();
    }
}
