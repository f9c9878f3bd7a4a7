package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the embedded Kubernetes costs, beside Spark configured by hand on it and Spark without pods. */
final class EmbeddedBenchmark implements Benchmark {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> MEMORY = List.of("empty JVM (MB)", "booted (MB)", "booted, a pod was run (MB)");
    private static final String ARCHIVE = "boot + first session, archive made";

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String what() {
        return "boot, sessions of 2 executors (s) and memory (MB) of the embedded Kubernetes, fresh JVMs";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        // Three are enough for what has so much room, and each takes half a minute.
        Rounds few = new Rounds(0, Math.min(3, rounds.counted()));
        Map<String, Series> all = new LinkedHashMap<>();
        List<Series> starts = rounds.measure(
                Arrays.stream(EmbeddedPeer.values()).map(Start::new).toList());
        List<Series> rare = few.measure(List.of(new Memory(), new Archive()));
        for (List<Series> part : List.of(starts, rare)) {
            part.forEach(series -> out.println("     " + series));
            all.putAll(part.stream().collect(Collectors.toMap(Series::name, Function.identity())));
        }
        Series kindling = all.get("first session");
        for (String peer : List.of("raw Spark: first session", "raw Spark: local[2]")) {
            out.printf("     ratio of first session to %s: %.3f%n", peer, kindling.ratioTo(all.get(peer)));
        }
        return goals(all);
    }

    private static List<Goal> goals(Map<String, Series> measured) {
        return List.of(
                new Goal("boot (s)", measured.get("boot").median(), 1),
                new Goal(
                        "boot and first session, 2 executors (s)",
                        measured.get("boot + first session").median(),
                        8),
                new Goal(
                        "next session, 2 executors (s)",
                        measured.get("next session").median(),
                        6),
                new Goal(
                        "boot and first session that makes the archive (s)",
                        measured.get(ARCHIVE).median(),
                        25),
                new Goal(
                        "heap and metaspace after a pod (MB)",
                        measured.get(MEMORY.get(2)).median(),
                        80));
    }

    private record Start(EmbeddedPeer peer) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return peer.figures();
        }

        @Override
        public List<Double> run() throws Exception {
            return ChildJvm.of(EmbeddedStarts.class, LIMIT).run(peer.name());
        }
    }

    private record Memory() implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return MEMORY;
        }

        @Override
        public List<Double> run() throws Exception {
            return ChildJvm.of(EmbeddedMemory.class, LIMIT).run();
        }
    }

    private record Archive() implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(ARCHIVE);
        }

        @Override
        public List<Double> run() throws Exception {
            Path cache = Files.createTempDirectory("kindling-benchmark-cache-");
            try {
                return ChildJvm.of(EmbeddedArchive.class, LIMIT)
                        .env("XDG_CACHE_HOME", cache.toString())
                        .run();
            } finally {
                remove(cache);
            }
        }

        private static void remove(Path folder) throws IOException {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
