package dev.kindling.benchmarks.console;

import dev.kindling.benchmarks.harness.PseudoTerminal;
import dev.kindling.benchmarks.harness.Rounds;
import java.time.Duration;
import java.util.List;

/**
 * A prompt, asked for a sum as soon as it is drawn.
 *
 * @param name in the report
 * @param command that starts it
 * @param prompt what it draws when it can be typed at
 */
record Shell(String name, String command, String prompt) {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final double SECOND = 1e9;

    /** Seconds from its launch to its prompt and to its first answer, and its memory after a while of idleness. */
    Rounds.Peer firstAnswer() {
        return new Peer(List.of(name + ": prompt", name + ": answer", name + ": idle (MB)"), this::askForSum);
    }

    private List<Double> askForSum() throws Exception {
        long launched = System.nanoTime();
        try (var terminal = PseudoTerminal.start(command)) {
            terminal.await(prompt, LIMIT);
            double drawn = since(launched);
            terminal.line("20+22"); // the echo is not the answer
            terminal.await("42", LIMIT);
            double answered = since(launched);
            Thread.sleep(IDLE.toMillis());
            return List.of(drawn, answered, terminal.residentMegabytes());
        }
    }

    /** Seconds from its launch to the result of a Spark job that is typed at once. */
    Rounds.Peer firstResult() {
        return new Peer(List.of(name + ": Spark's first result"), () -> {
            long launched = System.nanoTime();
            try (var terminal = PseudoTerminal.start(command)) {
                terminal.await(prompt, LIMIT);
                terminal.line("spark.range(40 * 25).count()");
                terminal.await("1000", LIMIT);
                return List.of(since(launched));
            }
        });
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / SECOND;
    }

    private interface Run {
        List<Double> values() throws Exception;
    }

    private record Peer(List<String> figures, Run once) implements Rounds.Peer {
        @Override
        public List<Double> run() throws Exception {
            return once.values();
        }
    }
}
