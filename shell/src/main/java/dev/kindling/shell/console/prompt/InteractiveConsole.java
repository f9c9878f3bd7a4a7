package dev.kindling.shell.console.prompt;

import dev.kindling.SessionSpec;
import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.command.Commands;
import dev.kindling.shell.console.command.Retained;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.terminal.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** The console at a terminal: the prompt is drawn at once, and JShell boots behind it. */
public final class InteractiveConsole {
    private final Terminal terminal;
    private final StatusLine status;
    private final Preview preview;
    private final Retained retained;
    private final CompletableFuture<Console> booting;

    private InteractiveConsole(
            Terminal terminal, ConsolePlace place, SessionSpec spec, Given given, Retained retained) {
        this.retained = retained;
        this.terminal = terminal;
        this.status = new StatusLine(terminal.output(), terminal::getWidth);
        this.preview = new Preview(this::screen);
        var messages = new ConsoleSession.Messages(
                status::show, text -> status.output().println("|  " + text));
        var setup = new Console.Setup(place, spec, given, preview::of, messages, () -> Optional.of(screen()));
        this.booting = CompletableFuture.supplyAsync(
                () -> boot(setup), work -> daemon(work).start());
    }

    /**
     * Runs until the user leaves.
     *
     * @param history where what is typed is kept for the next time, if it is to be
     * @return the status that the user leaves with
     */
    public static int run(Terminal terminal, ConsolePlace place, SessionSpec spec, Given given, Optional<Path> history)
            throws IOException {
        var retained = Retained.in(history.map(each -> each.resolveSibling("console.properties")));
        return new InteractiveConsole(terminal, place, spec, given, retained).run(history);
    }

    private int run(Optional<Path> history) {
        var out = System.out;
        var err = System.err;
        var in = System.in;
        System.setOut(status.output());
        System.setErr(status.output());
        System.setIn(new EchoingInput(in, terminal));
        try {
            return new Prompt(terminal, reader(history), status, preview, retained, booting).run();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        } finally {
            close();
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    /** As large as its window is now. */
    private Screen screen() {
        return new Screen(terminal.getWidth(), terminal.getHeight());
    }

    private Console boot(Console.Setup setup) {
        var console = Console.open(setup);
        var start = Commands.start(retained);
        if (!start.isEmpty()) {
            console.engine().start(start);
            console.engine().reset();
            console.engine().startProblems().forEach(setup.messages().warning());
        }
        console.onStart(context -> context.addSparkListener(JobProgress.of(status, context)));
        return console;
    }

    private void close() {
        if (!booting.isCompletedExceptionally()) {
            booting.join().close();
        }
    }

    private LineReader reader(Optional<Path> history) {
        var reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("kindling")
                .parser(new SnippetParser(() -> booting.join().engine().syntax()))
                .completer(new SnippetCompleter(booting::join))
                .highlighter(new SnippetHighlighter())
                .variable(LineReader.HISTORY_FILE, history.orElse(null))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        TabKey.bind(reader, () -> booting.join().engine().analysis());
        return reader;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "kindling-boot");
        thread.setDaemon(true);
        return thread;
    }
}
