package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.Help;
import dev.kindling.shell.console.engine.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;

/** Lines that begin with {@code /}: jshell's commands, with jshell's meaning. */
final class Commands {
    /** In jshell's order, in which it names those that a beginning may mean. */
    private static final List<String> NAMES = List.of(
            "/list",
            "/edit",
            "/drop",
            "/save",
            "/open",
            "/vars",
            "/methods",
            "/types",
            "/imports",
            "/exit",
            "/env",
            "/reset",
            "/reload",
            "/history",
            "/help",
            "/set",
            "/!");

    private final Engine engine;
    private final Host host;
    private final Feedback feedback;
    private final PrintStream out;
    private final Listings listings;
    private final Selection selection;
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

    Commands(Engine engine, Host host, PrintStream out, Feedback feedback) {
        this.engine = engine;
        this.host = host;
        this.out = out;
        this.feedback = feedback;
        this.listings = new Listings(engine, out, feedback);
        this.selection = new Selection(engine::jshell);
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
        } else if (words[0].matches("/-?\\d+|/[se]\\d+|/\\d+-\\d+")) {
            again(line.strip().substring(1));
        } else {
            feedback.say(
                    matches.isEmpty()
                            ? "Invalid command: " + words[0]
                            : "Command: '" + words[0] + "' is ambiguous: " + String.join(", ", matches));
            feedback.say("Type /help for help.");
        }
    }

    private void run(String name, String argument) throws IOException {
        switch (name) {
            case "/!" -> again("-1");
            case "/list" -> listings.list(argument);
            case "/vars" -> listings.variables(argument);
            case "/methods" -> listings.methods(argument);
            case "/types" -> listings.types(argument);
            case "/imports" -> listings.imports();
            case "/drop" -> drop(argument);
            case "/edit" -> edit(argument);
            case "/save" -> save(argument);
            case "/open" -> open(argument);
            case "/history" -> history();
            case "/reset" -> reset();
            case "/reload" -> reload(argument);
            case "/env" -> env(argument);
            case "/set" -> set(argument);
            case "/exit" -> exit(argument);
            default -> help();
        }
    }

    private void drop(String argument) {
        if (listings.drop(argument)) {
            entered.add("/drop " + argument);
        }
    }

    /** In the line editor, which has several lines; what is entered then replaces what was. */
    private void edit(String argument) {
        var found = listings.chosen(argument);
        if (!found.isEmpty()) {
            host.edit(found.stream().map(Snippet::source).collect(Collectors.joining("\n")));
        }
    }

    private void save(String argument) throws IOException {
        var words = argument.split("\\s+");
        var file = words[words.length - 1];
        if (file.isEmpty() || file.startsWith("-")) {
            feedback.say("'/save' requires a filename argument.");
            return;
        }
        var chosen = argument.substring(0, argument.length() - file.length()).strip();
        var lines = chosen.equals("-history")
                ? host.history()
                : listings.chosen(chosen).stream().map(Snippet::source).toList();
        Files.writeString(
                Path.of(file),
                lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining()));
    }

    private void open(String file) throws IOException {
        if (file.isEmpty()) {
            feedback.say("'/open' requires a filename argument.");
        } else if (!Files.isReadable(Path.of(file))) {
            feedback.say("File '" + file + "' for '/open' is not found.");
        } else {
            feedback.quietly(() -> host.run(readString(file)));
        }
    }

    private static String readString(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void history() {
        out.println();
        host.history().forEach(out::println);
    }

    private void reset() {
        engine.reset();
        entered.clear();
        feedback.say("Resetting state.");
    }

    private void reload(String argument) {
        feedback.say("Restarting and restoring state.");
        restore(!argument.contains("-quiet"));
    }

    private void restore(boolean told) {
        var before = List.copyOf(entered);
        engine.reset();
        entered.clear();
        feedback.quietly(() -> before.forEach(each -> {
            if (told) {
                out.println("-: " + each.strip());
            }
            host.run(each);
        }));
    }

    private void env(String argument) {
        if (argument.matches("--?class-path\\s.*")) {
            feedback.say("Setting new options and restoring state.");
            engine.addJar(argument.replaceFirst("\\S+\\s+", ""));
            restore(false);
        } else if (!argument.isEmpty()) {
            feedback.say("/env --class-path JAR: a jar for the next snippets; require(\"g:a:v\") finds it in Maven's"
                    + " repository");
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
            feedback.say("Goodbye");
            host.exit(0);
            return;
        }
        var event = engine.eval(argument).get(0);
        var value = event.value();
        if (value != null && value.matches("-?\\d{1,9}")) {
            feedback.say("Goodbye (" + value + ")");
            host.exit(Integer.parseInt(value));
        } else {
            feedback.say("The exit expression is not an integer: " + argument);
        }
    }

    private void again(String ids) {
        var all = selection.entered().toList();
        var found = ids.startsWith("-")
                ? Optional.of(all.size() - Integer.parseInt(ids.substring(1)))
                        .filter(index -> index >= 0)
                        .map(all::get)
                        .stream()
                        .toList()
                : listings.chosen(ids);
        if (found.isEmpty() && ids.startsWith("-")) {
            feedback.say("No such snippet: " + ids);
        }
        found.forEach(each -> {
            out.println(each.source().strip());
            host.run(each.source());
        });
    }

    private void help() {
        Help.lines().forEach(feedback::say);
        feedback.say("Commands: " + String.join(" ", NAMES) + " /ID /-N");
    }
}
