package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.LiveJvm;
import dev.kindling.benchmarks.harness.Rounds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ten thousand applications that change, seen by one tracker: server and tracker in JVMs of their own. */
public final class TrackingBenchmark implements Benchmark {

    private static final int APPLICATIONS = 10_000;
    private static final int RATE = 200;
    private static final int WARM_UP_SECONDS = 30;
    private static final int SECONDS = 30;
    private static final double P99_LIMIT_MS = 250;
    private static final double HEAP_LIMIT_MB = 100;
    /** Those of the JVM and of the HTTP client; one for each run would be ten thousand. */
    private static final double THREADS_LIMIT = 50;

    @Override
    public String name() {
        return "tracking";
    }

    @Override
    public String what() {
        return "10,000 applications, 200 changes/s: delay from the server's write to the handler (ms), heap (MB)";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        Path kubeconfig = Files.createTempFile("kindling-benchmark-", ".kubeconfig");
        try (LiveJvm server =
                LiveJvm.start(ChangingServer.class, kubeconfig.toString(), String.valueOf(APPLICATIONS))) {
            Delays.Report plain = inJvm(PlainWatch.class, kubeconfig, seeing -> delays(server, seeing, 2 * RATE));
            out.println("     a plain watch, " + 2 * RATE + "/s: " + plain);
            return inJvm(Tracker.class, kubeconfig, tracker -> {
                Delays.Report report = delays(server, tracker, RATE);
                out.println("     Kindling's handles, " + RATE + "/s: " + report);
                String[] cost = tracker.ask(Tracker.COST).split(" ");
                out.println("     heap after GC " + cost[0] + " MB, " + cost[1] + " threads, " + cost[2] + " handles");
                return List.of(
                        new Goal("tracking, delay p99 (ms)", report.p99(), P99_LIMIT_MS),
                        new Goal("tracking, heap after GC (MB)", Double.parseDouble(cost[0]), HEAP_LIMIT_MB),
                        new Goal("tracking, threads", Double.parseDouble(cost[1]), THREADS_LIMIT));
            });
        } finally {
            Files.delete(kubeconfig);
        }
    }

    private interface Use<T> {
        T with(LiveJvm jvm) throws Exception;
    }

    private static <T> T inJvm(Class<?> main, Path kubeconfig, Use<T> use) throws Exception {
        try (LiveJvm jvm = LiveJvm.start(main, kubeconfig.toString())) {
            return use.with(jvm);
        }
    }

    private static Delays.Report delays(LiveJvm server, LiveJvm seeing, int rate) throws IOException {
        server.ask(rate + " " + WARM_UP_SECONDS);
        seeing.ask(Delays.RESET);
        int written = Integer.parseInt(server.ask(rate + " " + SECONDS));
        var report = Delays.Report.parse(seeing.ask(Delays.REPORT));
        if (written < 0.95 * rate * SECONDS || report.changes() < 0.99 * written) {
            throw new IllegalStateException(written + " changes written, seen " + report);
        }
        return report;
    }
}
