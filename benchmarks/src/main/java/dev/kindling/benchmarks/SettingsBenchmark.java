package dev.kindling.benchmarks;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Micro;
import dev.kindling.benchmarks.harness.Rounds;
import java.io.PrintStream;
import java.util.List;

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
        var kindling = Micro.measure(SettingsWork.class, out).get("kindling");
        return List.of(new Goal("spec to checked settings, warm (ms)", kindling.getPercentile(50), LIMIT_MS));
    }
}
