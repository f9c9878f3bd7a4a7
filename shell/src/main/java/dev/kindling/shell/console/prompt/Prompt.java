package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.code.Stop;
import dev.kindling.shell.console.command.CommandHost;
import dev.kindling.shell.console.command.Commands;
import dev.kindling.shell.console.command.Feedback;
import dev.kindling.shell.console.command.Retained;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.source.Script;
import dev.kindling.shell.console.source.Statements;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads, runs and answers until the user leaves. It is drawn at once; the first answer waits for JShell to have booted. */
final class Prompt implements CommandHost {
    private final Terminal terminal;
    private final LineReader reader;
    private final TypedLines typed;
    private final StatusLine status;
    private final Preview preview;
    private final PrintStream out;
    private final Feedback feedback;
    private final Retained retained;
    private final CompletableFuture<Console> booting;
    private @Nullable Commands commands;
    private String prepared = "";
    private OptionalInt exit = OptionalInt.empty();

    Prompt(
            Terminal terminal,
            LineReader reader,
            StatusLine status,
            Preview preview,
            Retained retained,
            CompletableFuture<Console> booting) {
        this.terminal = terminal;
        this.reader = reader;
        this.typed = new TypedLines(reader);
        this.status = status;
        this.preview = preview;
        this.out = status.output();
        this.feedback = new Feedback(out, terminal::getWidth);
        this.retained = retained;
        this.booting = booting;
    }

    /** The status that the user leaves with. */
    int run() {
        terminal.handle(Terminal.Signal.INT, signal -> stop());
        var attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ECHOCTL, false); // ^C in front of what is said about it
        terminal.setAttributes(attributes);
        while (exit.isEmpty()) {
            try {
                var text = prepared;
                prepared = "";
                enter(read(text));
            } catch (UserInterruptException e) {
                continue; // what was typed is given up
            } catch (EndOfFileException e) {
                exit(0);
            }
        }
        if (commands != null) {
            commands.close();
        }
        return exit.getAsInt();
    }

    private String read(String text) {
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, feedback.mode().continuation());
        return reader.readLine(feedback.mode().prompt(), null, (Character) null, text.isEmpty() ? null : text);
    }

    private void enter(String text) {
        if (text.isBlank()) {
            return;
        }
        status.begin();
        var echo = terminal.echo(false); // what is typed ahead shall not stand in the midst of output
        typed.begin(text);
        try {
            if (text.stripLeading().startsWith("/") && !text.stripLeading().matches("(?s)/[/*].*")) {
                commands().run(text);
            } else {
                run(text);
            }
        } catch (IOException | RuntimeException e) {
            feedback.say(e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            typed.end();
            terminal.echo(echo);
            status.end();
        }
    }

    /** Runs snippets, and commands between them, until one fails. */
    @Override
    public void run(String source) {
        var statements = new Statements(new Script("", source));
        for (var next = statements.next(engine().syntax());
                next.isPresent();
                next = statements.next(engine().syntax())) {
            if (next.get().command()) {
                command(next.get().source());
            } else if (!eval(next.get().source())) {
                return;
            }
        }
    }

    @Override
    public void again(String source) {
        out.println(source.strip());
        typed.again(source.strip());
        run(source);
    }

    @Override
    public void edit(String source) {
        prepared = source.strip();
    }

    @Override
    public boolean inTerminal(List<String> program, boolean waits) throws IOException {
        return new LentTerminal(terminal, reader).run(program, waits);
    }

    @Override
    public List<String> history(boolean ofEarlierRunsToo) {
        return typed.lines(ofEarlierRunsToo);
    }

    @Override
    public void exit(int wanted) {
        exit = OptionalInt.of(wanted);
    }

    @Override
    public void preview(boolean on) {
        preview.set(on);
    }

    private void command(String line) {
        try {
            commands().run(line);
        } catch (IOException e) {
            feedback.say(e.toString());
        }
    }

    private boolean eval(String snippet) {
        var events = engine().eval(snippet);
        if (Stop.isAsked()) {
            out.println("interrupted");
            return false;
        }
        if (events.isEmpty()) {
            return true;
        }
        var good = feedback.show(engine().jshell(), events);
        var own = events.get(0);
        if (own.status() != Snippet.Status.REJECTED && own.snippet().subKind() != SubKind.VAR_VALUE_SUBKIND) {
            commands().entered(snippet);
        }
        return good;
    }

    private void stop() {
        if (booting.isDone()) {
            engine().stop();
        }
    }

    private Engine engine() {
        return booting.join().engine();
    }

    private Commands commands() {
        var made = commands;
        if (made == null) {
            made = new Commands(engine(), this, out, feedback, retained);
            commands = made;
        }
        return made;
    }
}
