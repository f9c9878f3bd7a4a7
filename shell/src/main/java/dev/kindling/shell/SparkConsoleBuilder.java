package dev.kindling.shell;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.prompt.InteractiveConsole;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.console.session.HostsSession;
import dev.kindling.target.RunTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.TerminalBuilder;

/** Immutable: each call gives another one. */
record SparkConsoleBuilder(ConsolePlace place, SessionSpec spec, Given given, PrintStream output)
        implements SparkConsole.Builder {

    static SparkConsoleBuilder on(RunningSession session) {
        return on(new HostsSession(session), Spark.session("console"));
    }

    static SparkConsoleBuilder on(RunTarget target, SessionSpec spec) {
        return on(new Here(target), spec);
    }

    private static SparkConsoleBuilder on(ConsolePlace place, SessionSpec spec) {
        return new SparkConsoleBuilder(place, spec, Given.snippets(List.of()), System.out);
    }

    @Override
    public SparkConsole.Builder bind(String declaration, Object value) {
        return new SparkConsoleBuilder(place, spec, given.with(declaration, value), output);
    }

    @Override
    public SparkConsole.Builder startup(String snippet) {
        return new SparkConsoleBuilder(place, spec, given.with(snippet), output);
    }

    @Override
    public SparkConsole.Builder output(PrintStream wanted) {
        return new SparkConsoleBuilder(place, spec, given, wanted);
    }

    @Override
    public SparkConsole open() {
        var messages = new ConsoleSession.Messages(progress -> {}, warning -> output.println("kindling: " + warning));
        var setup = new Console.Setup(place, spec, given, Engine::plain, messages, Optional::empty);
        return new SparkConsole(Console.open(setup), output);
    }

    @Override
    public int interact(InputStream keyboard, OutputStream screen) {
        try (var terminal = TerminalBuilder.builder()
                .system(false)
                .streams(keyboard, screen)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            return InteractiveConsole.run(terminal, place, spec, given, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the streams of the console cannot be a terminal", e);
        }
    }

    private record Here(RunTarget target) implements ConsolePlace {
        @Override
        public RunTarget open(Consumer<String> progress) {
            return target;
        }

        @Override
        public String toString() {
            return target.toString();
        }

        @Override
        public void close() {}
    }
}
