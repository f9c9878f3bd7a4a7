package dev.kindling.shell;

import dev.kindling.SessionSpec;
import dev.kindling.run.RunningSession;
import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.batch.ScriptException;
import dev.kindling.shell.console.batch.ScriptRunner;
import dev.kindling.shell.console.session.ReadySession;
import dev.kindling.shell.console.source.Script;
import dev.kindling.target.RunTarget;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * The console inside a program: Java snippets that share a session, and values, with the program around them.
 *
 * <pre>{@code
 * try (RunningSession session = SparkConsole.start(Spark.session("report"), Local.threads(2))) {
 *     SparkConsole.Builder builder = SparkConsole.on(session).bind("List<Integer> wanted", List.of(1, 2));
 *     try (SparkConsole console = builder.open()) {
 *         console.run("var found = spark.range(10).filter((FilterFunction<Long>) x -> wanted.contains(x.intValue()));");
 *         console.run("found.count()").ifPresent(System.out::println); // 2
 *     }
 *     session.spark().range(5).count(); // the session is as it was
 * }
 * }</pre>
 *
 * <p>Snippets see the console's imports and {@code spark}, {@code sc}, {@code session} and {@code cluster}. They run on one
 * thread, one {@link #run} at a time; {@link #stop} may be called from any thread. There is one console in a JVM at a
 * time, as there is one Spark context.
 */
public final class SparkConsole implements AutoCloseable {
    private final Console console;
    private final ScriptRunner runner;
    private final PrintStream output;

    SparkConsole(Console console, PrintStream output) {
        this.console = console;
        this.runner = new ScriptRunner(console.engine(), statement -> {});
        this.output = output;
    }

    /**
     * Starts a session for a program that will open consoles on it: code typed there reaches its executors. It is the
     * program's, which closes it.
     *
     * @throws dev.kindling.diagnosis.KindlingException if it cannot be started
     */
    public static RunningSession start(SessionSpec spec, RunTarget target) {
        return ReadySession.start(spec, target);
    }

    /** A console on a session of the program, which stays open when the console is closed. */
    public static Builder on(RunningSession session) {
        return SparkConsoleBuilder.on(session);
    }

    /** A console with a session of its own: the first use of {@code spark} starts it, {@link #close} ends it. */
    public static Builder on(RunTarget target, SessionSpec spec) {
        return SparkConsoleBuilder.on(target, spec);
    }

    /**
     * Runs snippets strictly: the first that does not compile, throws, or whose job fails ends it.
     *
     * @return the value of the last expression as text, if it has one
     * @throws ScriptException at the first error; its message names the line
     */
    public synchronized Optional<String> run(String source) {
        return OwnStreams.during(output, output, () -> {
            runner.run(new Script("console", source));
            return runner.lastValue();
        });
    }

    /** The variables that have values now, by name. */
    public synchronized Map<String, Object> variables() {
        return console.variables();
    }

    /** Ends the snippet that runs, and its Spark jobs; {@link #run} throws then. Does nothing when none runs. */
    public void stop() {
        console.engine().stop();
    }

    /** Ends the console, and its session if it has one of its own. Streams of the program stay open. */
    @Override
    public void close() {
        console.close();
    }

    /** How a console is to be. */
    public interface Builder {
        /**
         * A variable with a value.
         *
         * @param declaration type and name as in Java, such as {@code "Dataset<Row> sales"}
         * @throws IllegalArgumentException if it is not a type and a name
         */
        Builder bind(String declaration, Object value);

        /** A snippet that is run at the start and after each {@code /reset}, such as an import. */
        Builder startup(String snippet);

        /** Where snippets print to; by default {@code System.out}. It is not closed. */
        Builder output(PrintStream output);

        /**
         * Opens it.
         *
         * @throws IllegalStateException if one is open in this JVM already, or the startup cannot be run
         */
        SparkConsole open();

        /**
         * Talks with a user, over streams that may be a socket's, until {@code /exit} or the end of the input. The
         * streams are not closed.
         *
         * @return the status that the user leaves with
         */
        int interact(java.io.InputStream keyboard, java.io.OutputStream screen);
    }
}
