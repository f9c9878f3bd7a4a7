package dev.kindling.shell.console.batch;

import dev.kindling.shell.console.LambdaHint;
import dev.kindling.shell.console.code.Stop;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.engine.Failure;
import dev.kindling.shell.console.source.Script;
import dev.kindling.shell.console.source.Statement;
import dev.kindling.shell.console.source.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Runs scripts strictly: the first statement that does not compile, throws, or whose job fails ends it. */
public final class ScriptRunner {
    private static final Set<Snippet.Status> UNRESOLVED =
            Set.of(Snippet.Status.RECOVERABLE_DEFINED, Snippet.Status.RECOVERABLE_NOT_DEFINED);

    /** The compiler's remark on where it looked, when that was a class that the user never saw. */
    private static final String CLASS_OF_JSHELLS = "\n\\s*location: class\\s*$";

    private final Engine engine;
    private final Consumer<String> trace;
    private final Map<String, Place> places = new HashMap<>();
    private Optional<String> lastValue = Optional.empty();

    /** Where a snippet came from. */
    private record Place(Script script, Statement statement) {
        String at(int line) {
            return script.name() + ":" + line + ": ";
        }

        int lineOf(long position) {
            var end = Math.min(script.text().length(), statement.start() + (int) Math.max(0, position));
            return script.lineAt(end);
        }

        ScriptException refused(int line, String message) {
            return new ScriptException(
                    at(line) + message + "\n  | " + script.line(line).strip());
        }
    }

    /**
     * A runner on this engine.
     *
     * @param trace told of every statement before it is run
     */
    public ScriptRunner(Engine engine, Consumer<String> trace) {
        this.engine = engine;
        this.trace = trace;
    }

    /**
     * Runs all of it.
     *
     * @return the status that {@code /exit} gives, if the script says so
     * @throws ScriptException at the first error
     */
    public OptionalInt run(Script script) {
        var exit = statements(script);
        if (exit.isEmpty()) {
            requireResolved();
        }
        return exit;
    }

    /** The value of the last snippet that was run, if it was an expression or a variable. */
    public Optional<String> lastValue() {
        return lastValue;
    }

    private OptionalInt statements(Script script) {
        var statements = new Statements(script);
        for (var next = statements.next(engine.syntax()); next.isPresent(); next = statements.next(engine.syntax())) {
            var place = new Place(script, next.get());
            trace.accept(place.at(next.get().line()) + next.get().source().strip());
            var exit = next.get().command() ? command(place) : snippet(place);
            if (exit.isPresent()) {
                return exit;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt snippet(Place place) {
        var events = engine.eval(place.statement().source());
        if (Stop.isAsked()) {
            throw place.refused(place.statement().line(), "interrupted");
        }
        for (var event : events) {
            if (event.causeSnippet() == null) {
                places.put(event.snippet().id(), place);
            }
            check(event, place);
            if (event.causeSnippet() == null) {
                lastValue = Optional.ofNullable(event.value()).filter(value -> !value.isEmpty());
            }
        }
        return OptionalInt.empty();
    }

    private void check(SnippetEvent event, Place place) {
        if (event.status() == Snippet.Status.REJECTED) {
            var errors = engine.jshell()
                    .diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .toList();
            var line = errors.isEmpty()
                    ? place.statement().line()
                    : place.lineOf(errors.get(0).getPosition());
            var hint = errors.stream()
                    .flatMap(each -> LambdaHint.of(each, event.snippet().source()).stream())
                    .findFirst();
            throw place.refused(
                    line, "error: " + text(errors) + hint.map("\n  "::concat).orElse(""));
        }
        if (event.exception() != null) {
            throw thrown(Failure.of(event.exception()), place);
        }
    }

    private ScriptException thrown(Failure failure, Place running) {
        var place =
                failure.snippet().map(id -> places.getOrDefault(id, running)).orElse(running);
        var line = failure.frame()
                .map(frame -> place.script().lineAt(place.statement().start()) + frame.getLineNumber() - 1)
                .orElse(place.statement().line());
        var task = failure.task().map(each -> "\n  " + each).orElse("");
        var from = place.statement() == running.statement()
                ? ""
                : "\n  called from " + running.at(running.statement().line()).replaceFirst(": $", "");
        return place.refused(line, failure.what() + task + from);
    }

    private OptionalInt command(Place place) {
        var words = place.statement().source().split("\\s+", 2);
        var argument = words.length == 2 ? words[1].strip() : "";
        switch (words[0]) {
            case "/exit" -> {
                return OptionalInt.of(argument.isEmpty() ? 0 : status(place, argument));
            }
            case "/open" -> {
                return statements(opened(place, argument));
            }
            case "/reset" -> engine.reset();
            default ->
                throw place.refused(
                        place.statement().line(),
                        "error: " + words[0] + " is not for scripts; these are: /exit [STATUS], /open FILE, /reset");
        }
        return OptionalInt.empty();
    }

    /** As in jshell an expression, whose value is the status. */
    private int status(Place place, String expression) {
        var events = engine.eval(expression);
        events.forEach(event -> check(event, place));
        var value = events.get(0).value();
        if (value == null || !value.matches("-?\\d{1,9}")) {
            throw place.refused(place.statement().line(), "error: /exit needs a whole number, not " + value);
        }
        return Integer.parseInt(value);
    }

    /** Names are looked up beside the script that opens them. */
    private static Script opened(Place place, String name) {
        var file = Path.of(place.script().name()).resolveSibling(name);
        try {
            return new Script(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw place.refused(place.statement().line(), "error: " + file + " cannot be read: " + e);
        }
    }

    /** A method may use what is declared later, but not what is never declared. */
    private void requireResolved() {
        var jshell = engine.jshell();
        jshell.snippets()
                .filter(each -> UNRESOLVED.contains(jshell.status(each)))
                .map(each -> (DeclarationSnippet) each)
                .filter(each -> places.containsKey(each.id()))
                .findFirst()
                .ifPresent(this::refuseUnresolved);
    }

    private void refuseUnresolved(DeclarationSnippet snippet) {
        var place = Objects.requireNonNull(places.get(snippet.id()));
        var missing = engine.jshell().unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        var why = missing.isEmpty()
                ? "does not compile any more: "
                        + text(engine.jshell().diagnostics(snippet).toList())
                : "never declared: " + missing;
        throw place.refused(place.statement().line(), "error: " + why);
    }

    private String text(List<Diag> errors) {
        return errors.stream()
                .map(each -> each.getMessage(null).replaceAll(CLASS_OF_JSHELLS, ""))
                .collect(Collectors.joining("\n  "));
    }
}
