package dev.kindling.benchmarks.console;

import dev.kindling.Spark;
import dev.kindling.benchmarks.harness.ChildJvm;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.shell.SparkConsole;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;

/** In a JVM of its own: a console with one executor, which runs the same job from a jar and as it was typed. */
final class LambdaWork {
    private static final String CALLS = "10_000_000L";

    private static final String MIX =
            """
            long mix(long x) {
                for (int i = 0; i < 8; i++) {
                    x ^= x << 13;
                    x ^= x >>> 7;
                    x ^= x << 17;
                }
                return x;
            }
            """;

    private static final String JOB =
            """
            long NAME(JavaSparkContext sc, long calls) {
                long local = 1;
                return sc.parallelize(List.of(calls), 1)
                    .flatMap(most -> LongStream.range(0, most).iterator())
                    .map(x -> mix(x + OFFSET))
                    .reduce(Long::sum);
            }
            """;

    private static final String COPIES =
            """
            class Counted implements Serializable {
                static int copies;
                int one = 1;
                private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
                    in.defaultReadObject();
                    copies++;
                }
            }
            Counted counted = new Counted();
            int copies = sc.parallelize(List.of(1_000_000), 1).map(reads -> {
                int sum = 0;
                for (int i = 0; i < reads; i++) {
                    sum += counted.one;
                }
                return sum == reads ? Counted.copies : -1;
            }).collect().get(0);
            """;

    private LambdaWork() {}

    /** Who runs the job; the values are reported in this order. */
    enum Peer {
        JAR("in a jar", "steady.Steady.inJar"),
        TYPED("typed", "typed"),
        LOCAL("typed, with a local", "local"),
        VARIABLE("typed, with a console variable", "variable");

        private final String what;
        private final String method;

        Peer(String what, String method) {
            this.what = what;
            this.method = method;
        }

        String what() {
            return what;
        }
    }

    /** Arguments: warm-up rounds, counted rounds. Reports seconds, and how often a task has copied a variable. */
    public static void main(String[] args) throws Exception {
        var rounds = new Rounds(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        var spec = Spark.session("lambda").executors(ExecutorPlan.of(1).cores(1).memory("1g"));
        try (var kubernetes = EmbeddedKubernetes.start();
                var console = SparkConsole.on(kubernetes.cluster(), spec).open()) {
            console.run("addJar(\"" + jar() + "\");");
            console.run(
                    MIX + job("typed", "1") + job("local", "local") + "long offset = 1;\n" + job("variable", "offset"));
            var peers = Arrays.stream(Peer.values())
                    .map(peer -> new Run(console, peer))
                    .toList();
            rounds.measure(peers).forEach(series -> series.values().forEach(ChildJvm::report));
            console.run(COPIES);
            ChildJvm.report(Double.parseDouble(console.run("copies").orElseThrow()));
        }
        System.exit(0); // Spark leaves threads behind that are no daemons
    }

    private static String job(String name, String offset) {
        return JOB.replace("NAME", name).replace("OFFSET", offset);
    }

    private static Path jar() throws IOException {
        var folder = Files.createTempDirectory("kindling-benchmark-");
        var source = Files.writeString(
                folder.resolve("Steady.java"),
                "package steady; import java.util.*; import java.util.stream.*; import org.apache.spark.api.java.*;\n"
                        + "public class Steady {\nstatic " + MIX + "public static " + job("inJar", "1") + "}\n");
        var jar = folder.resolve("steady.jar");
        tool("javac", "--release", "17", "-d", folder.toString(), source.toString());
        tool("jar", "--create", "--file", jar.toString(), "-C", folder.toString(), "steady");
        return jar;
    }

    private static void tool(String name, String... arguments) {
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status);
        }
    }

    /** Statements at the prompt are the same for all, so their compilation is no difference. */
    private record Run(SparkConsole console, Peer peer) implements Rounds.Peer {
        @Override
        public List<String> figures() {
            return List.of(peer.what());
        }

        @Override
        public List<Double> run() {
            long called = System.nanoTime();
            console.run(peer.method + "(sc, " + CALLS + ")");
            return List.of((System.nanoTime() - called) / 1e9);
        }
    }
}
