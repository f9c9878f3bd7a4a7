package dev.kindling.benchmarks.storage;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.LiveJvm;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many files of few tasks, written to a store that is 20 ms away, by Kindling's committer and by the classic one. */
public final class S3CommitBenchmark implements Benchmark {

    private static final Duration AWAY = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** A round of the classic committer takes over a minute. */
    private static final int ROUNDS = 3;

    private static final double ALLOWED_RATIO = 0.45;

    @Override
    public String name() {
        return "s3-commit";
    }

    @Override
    public String what() {
        return "4 tasks of 50 files each to a store with 20 ms added per call (s), beside the classic committer";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (var store = BenchmarkStore.open();
                var way = SlowWay.to(store.address().endpoint(), AWAY);
                var kindling = Commit.by(StorePeer.KINDLING, store, way);
                var classic = Commit.by(StorePeer.CLASSIC, store, way)) {
            out.println("     store: " + store.what());
            var few = new Rounds(rounds.warmUps(), Math.min(ROUNDS, rounds.counted()));
            List<Series> series = few.measure(List.of(kindling, classic));
            series.forEach(each -> out.println("     " + each));
            List.of(kindling, classic)
                    .forEach(peer -> out.println("     calls of " + peer.peer + ", last round: " + peer.calls()));
            return List.of(
                    new Goal("ratio to the classic committer", series.get(0).ratioTo(series.get(1)), ALLOWED_RATIO),
                    new Goal("copies by Kindling's", kindling.calls.getOrDefault(StoreCall.COPY, 0), 0));
        }
    }

    private static final class Commit implements Rounds.Peer, AutoCloseable {
        private final StorePeer peer;
        private final BenchmarkStore store;
        private final SlowWay way;
        private final LiveJvm jvm;
        private Map<StoreCall, Integer> calls = Map.of();
        private int round;

        private Commit(StorePeer peer, BenchmarkStore store, SlowWay way, LiveJvm jvm) {
            this.peer = peer;
            this.store = store;
            this.way = way;
            this.jvm = jvm;
        }

        static Commit by(StorePeer peer, BenchmarkStore store, SlowWay way) throws Exception {
            return new Commit(
                    peer, store, way, Sessions.start(peer, store.address().through(way.endpoint()), LIMIT));
        }

        @Override
        public List<String> figures() {
            return List.of(peer.name());
        }

        @Override
        public List<Double> run() throws Exception {
            way.take();
            String folder = store.address().folder(peer.name() + "/" + round++);
            double seconds = Double.parseDouble(jvm.ask(StoreWork.Step.PARTITIONS + " " + folder));
            calls = way.take();
            store.empty();
            return List.of(seconds);
        }

        private String calls() {
            List<String> each = new ArrayList<>();
            calls.forEach((call, times) -> each.add(times + " " + call));
            return calls.values().stream().mapToInt(Integer::intValue).sum() + ": " + String.join(", ", each);
        }

        @Override
        public void close() throws IOException {
            jvm.close();
        }
    }
}
