package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.Help;
import dev.kindling.shell.console.engine.Engine;
import dev.kindling.shell.console.engine.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Lines that begin with {@code /}: jshell's commands, with jshell's meaning. */
final class Commands {
    private static final List<String> NAMES = List.of(
            "/!",
            "/drop",
            "/edit",
            "/env",
            "/exit",
            "/help",
            "/history",
            "/imports",
            "/list",
            "/methods",
            "/open",
            "/reload",
            "/reset",
            "/save",
            "/set",
            "/types",
            "/vars");

    private final Engine engine;
    private final Host host;
    private final Feedback feedback;
    private final List<String> entered = new ArrayList<>();

    /** What commands need of the prompt. */
    interface Host {
        /** Runs source as if it were typed. */
        void run(String source);

        /** Offers text to be changed and entered. */
        void edit(String source);

        /** Lines typed in this and earlier runs. */
        List<String> history();

        /** Ends the prompt after this command. */
        void exit(int status);

        /** Whether a Dataset as a value shows rows. */
        void preview(boolean on);
    }

    Commands(Engine engine, Host host, Feedback feedback) {
        this.engine = engine;
        this.host = host;
        this.feedback = feedback;
    }

    static List<String> names() {
        return NAMES;
    }

    /** A snippet that was entered, for {@code /reload}. */
    void entered(String source) {
        entered.add(source);
    }

    /** Runs a command; unique beginnings of names will do, as in jshell. */
    void run(String line) throws IOException {
        var words = line.strip().split("\\s+", 2);
        var argument = words.length == 2 ? words[1].strip() : "";
        var matches = NAMES.contains(words[0])
                ? List.of(words[0])
                : NAMES.stream().filter(name -> name.startsWith(words[0])).toList();
        if (matches.size() == 1) {
            run(matches.get(0), argument);
        } else if (words[0].matches("/-?\\d+|/[se]\\d+")) {
            again(words[0].substring(1));
        } else {
            feedback.say((matches.isEmpty() ? "No such command: " : "Which of " + matches + "? ") + words[0]
                    + "\nType /help for the commands.");
        }
    }

    private void run(String name, String argument) throws IOException {
        switch (name) {
            case "/!" -> again("-1");
            case "/list" -> list(argument);
            case "/vars" -> each(VarSnippet.class, argument, this::variable);
            case "/methods" -> each(MethodSnippet.class, argument, Commands::method);
            case "/types" -> each(TypeDeclSnippet.class, argument, Commands::type);
            case "/imports" -> each(ImportSnippet.class, "-all", each -> "import " + each.fullname());
            case "/drop" -> drop(argument);
            case "/edit" -> host.edit(chosen(argument).map(Snippet::source).collect(Collectors.joining("\n")));
            case "/save" -> save(argument);
            case "/open" -> host.run(Files.readString(Path.of(argument)));
            case "/history" -> host.history().forEach(feedback::say);
            case "/reset" -> reset();
            case "/reload" -> reload();
            case "/env" -> env(argument);
            case "/set" -> set(argument);
            case "/exit" -> exit(argument);
            default -> help();
        }
    }

    private void list(String argument) {
        chosen(argument)
                .forEach(each -> feedback.say(String.format(
                        "%4s : %s", each.id(), each.source().strip().replace("\n", "\n       "))));
    }

    private <S extends PersistentSnippet> void each(Class<S> kind, String argument, Function<S, String> words) {
        chosen(argument)
                .filter(each -> engine.jshell().status(each).isActive())
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(each -> feedback.say("  " + words.apply(each)));
    }

    private String variable(VarSnippet each) {
        return each.typeName() + " " + each.name() + " = " + engine.jshell().varValue(each);
    }

    private static String method(MethodSnippet each) {
        return each.signature().replaceFirst(".*\\)", "") + " " + each.name() + "(" + each.parameterTypes() + ")";
    }

    private static String type(TypeDeclSnippet each) {
        return each.subKind().toString().replace("_SUBKIND", "").toLowerCase(java.util.Locale.ROOT) + " " + each.name();
    }

    private void drop(String argument) {
        var named = chosen(argument).toList();
        if (argument.isEmpty() || named.isEmpty()) {
            feedback.say("Nothing to drop. Write /drop NAME or /drop ID");
            return;
        }
        named.forEach(each -> engine.jshell().drop(each));
    }

    private void save(String argument) throws IOException {
        var words = argument.split("\\s+");
        var file = Path.of(words[words.length - 1]);
        var lines = argument.startsWith("-history")
                ? host.history()
                : chosen(argument.startsWith("-") ? words[0] : "")
                        .map(Snippet::source)
                        .toList();
        Files.writeString(
                file, lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining()));
    }

    private void reset() {
        engine.reset();
        entered.clear();
        feedback.say("Resetting state. The Spark session stays.");
    }

    private void reload() {
        var before = List.copyOf(entered);
        engine.reset();
        entered.clear();
        feedback.say("Restarting and restoring state.");
        before.forEach(host::run);
    }

    private void env(String argument) {
        if (argument.startsWith("-class-path ") || argument.startsWith("--class-path ")) {
            engine.addJar(argument.replaceFirst("\\S+\\s+", ""));
            reload();
        } else {
            feedback.say("imports: " + Startup.imports());
        }
    }

    private void set(String argument) {
        if (argument.matches("preview (on|off)")) {
            host.preview(argument.endsWith("on"));
        } else {
            feedback.say("/set preview on|off: whether a Dataset as a value shows its first rows");
        }
    }

    private void exit(String argument) {
        if (argument.isEmpty()) {
            host.exit(0);
            return;
        }
        var value = engine.eval(argument).get(0).value();
        if (value != null && value.matches("-?\\d{1,9}")) {
            host.exit(Integer.parseInt(value));
        } else {
            feedback.say("/exit needs a whole number, not " + value);
        }
    }

    private void again(String id) {
        var all = own().toList();
        Optional<Snippet> found = id.startsWith("-")
                ? Optional.of(all.size() - Integer.parseInt(id.substring(1)))
                        .filter(index -> index >= 0)
                        .map(all::get)
                : engine.jshell()
                        .snippets()
                        .filter(each -> each.id().equals(id))
                        .findFirst();
        found.ifPresentOrElse(
                each -> {
                    feedback.say(each.source().strip());
                    host.run(each.source());
                },
                () -> feedback.say("No such snippet: " + id));
    }

    /** Snippets of the user, those with a name or an id, or with {@code -all} and {@code -start} the others too. */
    private Stream<Snippet> chosen(String argument) {
        return switch (argument) {
            case "" -> own().filter(each -> engine.jshell().status(each).isActive());
            case "-all" -> engine.jshell().snippets();
            case "-start" -> engine.jshell().snippets().filter(each -> each.id().startsWith("s"));
            default -> {
                Predicate<Snippet> named = each -> each instanceof PersistentSnippet persistent
                        && persistent.name().equals(argument)
                        && engine.jshell().status(each).isActive();
                yield engine.jshell().snippets().filter(named.or(each -> each.id()
                        .equals(argument)));
            }
        };
    }

    private Stream<Snippet> own() {
        return engine.jshell().snippets().filter(each -> !each.id().matches("[se].*"));
    }

    private void help() {
        Help.lines().forEach(feedback::say);
        feedback.say("Commands: " + String.join(" ", NAMES) + " /ID /-N");
    }
}
