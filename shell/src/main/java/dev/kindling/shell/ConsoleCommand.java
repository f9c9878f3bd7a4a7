package dev.kindling.shell;

import dev.kindling.SessionSpec;
import dev.kindling.Spark;
import dev.kindling.shell.command.ExitCode;
import dev.kindling.shell.command.HelpOption;
import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.Given;
import dev.kindling.shell.console.batch.ScriptException;
import dev.kindling.shell.console.batch.ScriptRunner;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.prompt.InteractiveConsole;
import dev.kindling.shell.console.prompt.Rehearsal;
import dev.kindling.shell.console.session.ConsolePlace;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.console.source.Script;
import dev.kindling.shell.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindling console}, whose name may be left out: {@code kindling FILE.jsh}, {@code kindling -}. */
@Command(
        sortOptions = false,
        description = "Java snippets with Spark at hand: typed at a prompt, from a script, or from standard input.",
        footer = {"", "Example:  echo 'System.out.println(spark.range(10).count())' | kindling --on local -"})
final class ConsoleCommand implements Callable<Integer> {
    /** What standard input is, as the launcher saw it: {@code terminal} or {@code pipe}. */
    private static final String INPUT = "kindling.input";

    private static final Size USUAL = new Size(80, 24);

    private final Terminal terminal;
    private final BooleanSupplier trace;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Mixin
    private ConsoleOptions options = new ConsoleOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "A script, or - for standard input.")
    private Optional<String> file = Optional.empty();

    @Parameters(index = "1..*", paramLabel = "ARG", description = "What the script finds in its variable args.")
    private List<String> arguments = List.of();

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "For the launcher, which has the JVM note what is loaded.")
    private boolean rehearse;

    private ConsoleCommand(Terminal terminal, BooleanSupplier trace) {
        this.terminal = terminal;
        this.trace = trace;
    }

    static CommandLine with(Terminal terminal, BooleanSupplier trace) {
        return new CommandLine(new ConsoleCommand(terminal, trace)).setStopAtPositional(true);
    }

    /** The arguments with the command's name in front, where they are not those of another command. */
    static String[] route(CommandLine root, String[] given) {
        if (given.length == 0 && System.getProperty(INPUT) != null) {
            return new String[] {"console"};
        }
        var first = Arrays.stream(given).filter(each -> !each.equals("--trace")).findFirst();
        if (first.filter(each -> isForConsole(root, each)).isEmpty()) {
            return given;
        }
        return Stream.concat(Stream.of("console"), Arrays.stream(given)).toArray(String[]::new);
    }

    private static boolean isForConsole(CommandLine root, String first) {
        if (root.getSubcommands().containsKey(first)) {
            return false;
        }
        var option = first.replaceFirst("=.*", "");
        return first.equals("-")
                || first.endsWith(".jsh")
                || root.getCommandSpec().findOption(option) == null
                        && root.getSubcommands().get("console").getCommandSpec().findOption(option) != null;
    }

    @Override
    public Integer call() throws Exception {
        var request = options.request();
        var place = new RequestedPlace(request);
        var spec = request.applyTo(options.applyTo(Spark.session("console")));
        var startup = options.startup().stream().toList();
        if (rehearse) {
            return Rehearsal.run(place, spec, Given.snippets(startup), OutputStream.nullOutputStream());
        }
        if (file.isEmpty() && "terminal".equals(System.getProperty(INPUT))) {
            return interactive(place, spec, Given.snippets(startup), Welcome.lines(place, log()));
        }
        var script = read();
        var given = Given.snippets(
                Stream.concat(Stream.of(argumentsVariable()), startup.stream()).toList());
        var setup = new Console.Setup(place, spec, given, Engine::plain, messages(), terminal::screen);
        return OwnStreams.during(terminal.out(), terminal.err(), () -> run(script, setup));
    }

    private static int interactive(ConsolePlace place, SessionSpec spec, Given given, List<String> welcome)
            throws IOException {
        try (var screen = TerminalBuilder.builder().system(true).build()) {
            if (screen.getWidth() == 0) {
                screen.setSize(USUAL); // the terminal of a pod or container, before its client has told its size
            }
            welcome.forEach(screen.writer()::println);
            return InteractiveConsole.run(screen, place, spec, given, Optional.of(log().resolveSibling("history")));
        }
    }

    private static Path log() {
        return Path.of(System.getProperty(LogFile.PROPERTY));
    }

    private int run(Script script, Console.Setup setup) {
        try (var console = Console.open(setup)) {
            return new ScriptRunner(console.engine(), this::show).run(script).orElse(ExitCode.OK);
        } catch (ScriptException e) {
            terminal.err().println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private Script read() throws IOException {
        var name = file.orElse("-");
        if (name.equals("-")) {
            return new Script("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        var path = Path.of(name);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("there is no script " + path.toAbsolutePath());
        }
        return new Script(name, Files.readString(path));
    }

    /** Java's escapes of a text are those of JSON, but for the characters that a command line cannot hold anyway. */
    private String argumentsVariable() {
        return arguments.stream()
                .map(each ->
                        "\"" + each.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"")
                .collect(Collectors.joining(", ", "String[] args = {", "};"));
    }

    /** Progress is for a person who looks on; a pipe gets what the script prints and nothing else. */
    private ConsoleSession.Messages messages() {
        var progress = terminal.progress();
        return new ConsoleSession.Messages(
                text -> {
                    if (text.isEmpty()) {
                        progress.close();
                    } else if (terminal.live()) {
                        progress.update(text);
                    }
                },
                warning -> terminal.err().println("kindling: " + warning));
    }

    private void show(String statement) {
        if (trace.getAsBoolean()) {
            terminal.err().println(statement);
        }
    }
}
