package dev.kindling.benchmarks.harness;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Work of less than milliseconds, measured by JMH in rounds of its own. */
public final class Micro {

    private Micro() {}

    /** Runs the class's methods, prints a line for each, and gives their times in ms by name. */
    public static Map<String, Statistics> measure(Class<?> work, PrintStream out) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include("\\b" + work.getSimpleName() + "\\.")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Statistics> measured = new LinkedHashMap<>();
        for (RunResult result : results) {
            Statistics figures = result.getPrimaryResult().getStatistics();
            measured.put(result.getPrimaryResult().getLabel(), figures);
            out.printf(
                    "     %-12s n %d   q1 %.4f   median %.4f   q3 %.4f   p99 %.4f ms%n",
                    result.getPrimaryResult().getLabel(),
                    figures.getN(),
                    figures.getPercentile(25),
                    figures.getPercentile(50),
                    figures.getPercentile(75),
                    figures.getPercentile(99));
        }
        return measured;
    }
}
