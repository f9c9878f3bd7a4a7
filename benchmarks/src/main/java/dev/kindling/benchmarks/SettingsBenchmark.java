package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** From a spec to checked settings in a warm JVM, by JMH, beside the same keys set by hand. */
final class SettingsBenchmark implements Benchmark {

    private static final double LIMIT_MS = 1;

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String what() {
        return "check() and settings() of a spec (ms, JMH), beside a SparkConf with the same keys";
    }

    /** JMH's own rounds, as one takes microseconds. */
    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(SettingsWork.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        List<Goal> goals = new ArrayList<>();
        for (RunResult result : results) {
            String peer = result.getPrimaryResult().getLabel();
            Statistics figures = result.getPrimaryResult().getStatistics();
            out.printf(
                    "     %-12s n %d   q1 %.4f   median %.4f   q3 %.4f   p99 %.4f ms%n",
                    peer,
                    figures.getN(),
                    figures.getPercentile(25),
                    figures.getPercentile(50),
                    figures.getPercentile(75),
                    figures.getPercentile(99));
            if (peer.equals("kindling")) {
                goals.add(new Goal("spec to checked settings, warm (ms)", figures.getPercentile(50), LIMIT_MS));
            }
        }
        return goals;
    }
}
