package dev.kindling.benchmarks.harness;

import java.io.PrintStream;
import java.util.List;

/** A comparison that can be run by its name. */
public interface Benchmark {

    /** What it is called on the command line. */
    String name();

    /** What it measures, in one line. */
    String what();

    /** Runs it, prints the series, and gives what was to be reached. */
    List<Goal> run(Rounds rounds, PrintStream out) throws Exception;
}
