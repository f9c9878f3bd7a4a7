package dev.kindling.benchmarks.storage;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.LiveJvm;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A jar of 200 MB brought to a store as an application's code is, and by the AWS SDK alone. */
public final class S3UploadBenchmark implements Benchmark {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final int MEGABYTES = 200;
    private static final int MEGABYTE = 1_000_000;
    private static final double ALLOWED_RATIO = 1 / 0.8;

    /** Less than half of the jar: who held all of it would not get through. */
    private static final List<String> SMALL = List.of("-Xmx96m", "-XX:MaxDirectMemorySize=64m");

    @Override
    public String name() {
        return "s3-upload";
    }

    @Override
    public String what() {
        return "a jar of 200 MB brought to a store with 96 MB of heap (s), beside the AWS transfer manager alone";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        Path jar = jar();
        try (var store = BenchmarkStore.open();
                var kindling = start(Uploader.KINDLING, store, SMALL);
                var alone = start(Uploader.TRANSFER_MANAGER, store, List.of())) {
            out.println("     store: " + store.what());
            List<Series> series = rounds.measure(List.of(
                    new Run(List.of("KINDLING", "KINDLING: hash before"), jar, kindling, store),
                    new Run(List.of("TRANSFER_MANAGER"), jar, alone, store)));
            series.forEach(each -> out.println("     " + each));
            print("KINDLING", kindling, out);
            print("TRANSFER_MANAGER", alone, out);
            return List.of(new Goal(
                    "time, ratio to the transfer manager", series.get(0).ratioTo(series.get(2)), ALLOWED_RATIO));
        } finally {
            Files.delete(jar);
        }
    }

    private static void print(String who, LiveJvm jvm, PrintStream out) throws IOException {
        out.println("     " + who + ": most heap and direct buffers (MB): " + jvm.ask(Uploader.MEMORY));
    }

    private static LiveJvm start(Uploader who, BenchmarkStore store, List<String> options) throws IOException {
        List<String> args = new ArrayList<>(List.of(who.name()));
        args.addAll(store.address().args());
        return LiveJvm.start(Uploader.class, LIMIT, options, args.toArray(String[]::new));
    }

    /** Nothing in it can be made smaller. */
    private static Path jar() throws IOException {
        Path jar = Files.createTempFile("kindling-benchmark-", ".jar");
        var random = new Random(7);
        var block = new byte[MEGABYTE];
        try (var file = Files.newOutputStream(jar)) {
            for (int each = 0; each < MEGABYTES; each++) {
                random.nextBytes(block);
                file.write(block);
            }
        }
        return jar;
    }

    private record Run(List<String> figures, Path jar, LiveJvm jvm, BenchmarkStore store) implements Rounds.Peer {
        @Override
        public List<Double> run() throws Exception {
            String answer = jvm.ask(jar.toString());
            store.requireObjectOf((long) MEGABYTES * MEGABYTE);
            store.empty();
            return Stream.of(answer.split(" ")).map(Double::valueOf).toList();
        }
    }
}
