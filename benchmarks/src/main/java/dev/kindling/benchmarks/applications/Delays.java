package dev.kindling.benchmarks.applications;

import dev.kindling.benchmarks.harness.Series;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long changes took from the server's write to here. Thread-safe. */
final class Delays {

    /** Forgets what was seen before, such as a warm-up. */
    static final String RESET = "reset";
    /** Asks for the number of changes seen and their delays in ms: median, p99, longest. */
    static final String REPORT = "report";

    private static final double MICROSECONDS_PER_MS = 1000;

    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    /** @param written when, as {@link ChangingServer} says it */
    void seen(String written) {
        milliseconds.add((ChangingServer.microseconds() - Long.parseLong(written)) / MICROSECONDS_PER_MS);
    }

    String answer(String request) {
        if (request.equals(RESET)) {
            milliseconds.clear();
            return "forgotten";
        }
        var series = new Series("delays", List.copyOf(milliseconds));
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %.3f",
                series.values().size(),
                series.median(),
                series.quantile(0.99),
                series.quantile(1));
    }

    /** What {@link #REPORT} is answered with. */
    record Report(int changes, double median, double p99, double longest) {
        static Report parse(String answer) {
            String[] words = answer.split(" ");
            return new Report(
                    Integer.parseInt(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d changes, delay median %.1f ms, p99 %.1f ms, max %.1f ms",
                    changes,
                    median,
                    p99,
                    longest);
        }
    }
}
