package dev.kindling.benchmarks.console;

import dev.kindling.benchmarks.harness.Benchmark;
import dev.kindling.benchmarks.harness.Goal;
import dev.kindling.benchmarks.harness.Rounds;
import dev.kindling.benchmarks.harness.Series;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a user waits for the prompt, the first answer and Spark's first result, beside jshell and spark-shell. */
public final class ConsoleStartBenchmark implements Benchmark {

    /** Spark 4.1.1 with its spark-shell, such as the folder of the PyPI package pyspark; without it, jshell is the only peer. */
    private static final String SPARK_HOME = "SPARK_HOME";

    private static final String CONF = " --conf spark.ui.enabled=false";

    @Override
    public String name() {
        return "console";
    }

    @Override
    public String what() {
        return "launch to prompt, to the answer of a sum and to Spark's first result (s), memory, at a pseudo-terminal";
    }

    @Override
    public List<Goal> run(Rounds rounds, PrintStream out) throws Exception {
        var sparkHome = Optional.ofNullable(System.getenv(SPARK_HOME));
        if (sparkHome.isEmpty()) {
            out.println("     SKIPPED: spark-shell, as " + SPARK_HOME + " is not set");
        }
        var goals = new ArrayList<>(answers(rounds, sparkHome, out));
        if (sparkHome.isPresent()) {
            goals.add(results(rounds, sparkHome.get(), out));
        }
        return goals;
    }

    private static List<Goal> answers(Rounds rounds, Optional<String> sparkHome, PrintStream out) throws Exception {
        var shells = new ArrayList<>(List.of(kindling(""), new Shell("jshell", jshell(), "jshell>")));
        sparkHome.map(ConsoleStartBenchmark::sparkShell).ifPresent(shells::add);
        var series = rounds.measure(shells.stream().map(Shell::firstAnswer).toList());
        series.forEach(each -> out.println("     " + each));
        var goals = new ArrayList<>(List.of(
                goal("launch to prompt, ratio to jshell", series, 0, 3, 0.6),
                goal("launch to answer, ratio to jshell", series, 1, 4, 1.2),
                goal("idle memory, ratio to jshell", series, 2, 5, 1.3)));
        if (sparkHome.isPresent()) {
            goals.add(goal("launch to answer, ratio to spark-shell", series, 1, 7, 0.2));
        }
        return goals;
    }

    private static Goal results(Rounds rounds, String sparkHome, PrintStream out) throws Exception {
        var series = rounds.measure(List.of(
                kindling(" --on local:2" + CONF).firstResult(),
                sparkShell(sparkHome).firstResult()));
        series.forEach(each -> out.println("     " + each));
        return goal("launch to Spark's first result on local[2], ratio to spark-shell", series, 0, 1, 0.5);
    }

    private static Goal goal(String what, List<Series> series, int ours, int theirs, double limit) {
        return new Goal(what, series.get(ours).ratioTo(series.get(theirs)), limit);
    }

    private static Shell kindling(String options) {
        return new Shell("kindling", "./kindling" + options, "spark>");
    }

    private static String jshell() {
        return Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
    }

    private static Shell sparkShell(String home) {
        return new Shell("spark-shell", home + "/bin/spark-shell --master 'local[2]'" + CONF, "scala>");
    }
}
