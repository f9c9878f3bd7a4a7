package dev.kindling.benchmarks.storage;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Large files written to a store and read from it through Kindling's value, and through settings written by hand. */
public final class S3PlainBenchmark implements Benchmark {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int WARM_UPS = 1;
    private static final int TIMES = 3;
    private static final double ALLOWED_RATIO = 1.10;

    @Override
    public String name() {
        return "s3-plain";
    }

    @Override
    public String what() {
        return "1.5 million rows of Parquet written to a store and read (s), beside settings written by hand";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        try (var store = BenchmarkStore.open()) {
            out.println("     store: " + store.what());
            List<Series> series = rounds.measure(
                    List.of(new WriteAndRead(StorePeer.KINDLING, store), new WriteAndRead(StorePeer.BY_HAND, store)));
            series.forEach(each -> out.println("     " + each));
            return List.of(
                    new Goal("write, ratio to settings by hand", series.get(0).ratioTo(series.get(2)), ALLOWED_RATIO),
                    new Goal("read, ratio to settings by hand", series.get(1).ratioTo(series.get(3)), ALLOWED_RATIO));
        }
    }

    /** The medians of some, in a JVM of its own: two that stay differ by what the compiler made of them. */
    private record WriteAndRead(StorePeer peer, BenchmarkStore store) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(peer + ": write", peer + ": read");
        }

        @Override
        public List<Double> run() throws Exception {
            List<Double> writes = new ArrayList<>();
            List<Double> reads = new ArrayList<>();
            try (var jvm = Sessions.start(peer, store.address(), LIMIT)) {
                for (int time = -WARM_UPS; time < TIMES; time++) {
                    String folder = store.address().folder(peer.name());
                    double write = Double.parseDouble(jvm.ask(StoreWork.Step.WRITE + " " + folder));
                    double read = Double.parseDouble(jvm.ask(StoreWork.Step.READ + " " + folder));
                    store.empty();
                    if (time >= 0) {
                        writes.add(write);
                        reads.add(read);
                    }
                }
            }
            return List.of(new Series("write", writes).median(), new Series("read", reads).median());
        }
    }
}
