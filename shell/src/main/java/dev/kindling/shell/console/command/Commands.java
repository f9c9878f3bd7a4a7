package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines that begin with {@code /}: jshell's commands, with jshell's meaning. */
public final class Commands {
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
            "/?",
            "/!");

    private final Engine engine;
    private final CommandHost host;
    private final Feedback feedback;
    private final PrintStream out;
    private final Listings listings;
    private final Selection selection;
    private final Replay replay;
    private final Map<String, Command> byName = new LinkedHashMap<>();

    private interface Command {
        void run(String argument) throws IOException;
    }

    /** For this prompt. */
    public Commands(Engine engine, CommandHost host, PrintStream out, Feedback feedback, Retained retained) {
        this.engine = engine;
        this.host = host;
        this.out = out;
        this.feedback = feedback;
        this.listings = new Listings(engine, out, feedback);
        this.selection = new Selection(engine::jshell);
        this.replay = new Replay(engine, host::run, out, feedback, retained);
        declarations();
        files(retained);
        byName.put("/reset", replay::reset);
        byName.put("/reload", replay::reload);
        byName.put("/env", replay::environment);
        byName.put("/history", this::history);
        byName.put("/exit", this::exit);
        byName.put("/help", new CommandHelp(feedback)::run);
        byName.put("/?", new CommandHelp(feedback)::run);
        byName.put("/!", argument -> again("-1"));
    }

    /** As they are typed. */
    public static List<String> names() {
        return NAMES;
    }

    /** The texts that {@code /set start -retain} has kept. */
    public static List<String> start(Retained retained) {
        return StartSetting.texts(retained.all(StartSetting.KEY));
    }

    /** A snippet that was entered, for {@code /reload}. */
    public void entered(String source) {
        replay.entered(source);
    }

    /** The prompt ends. */
    public void close() {
        replay.keep();
    }

    /** Runs a command; unique beginnings of names will do, as in jshell. */
    public void run(String line) throws IOException {
        var words = line.strip().split("\\s+", 2);
        var argument = words.length == 2 ? words[1].strip() : "";
        var matches = NAMES.contains(words[0])
                ? List.of(words[0])
                : NAMES.stream().filter(name -> name.startsWith(words[0])).toList();
        var command = matches.size() == 1 ? byName.get(matches.get(0)) : null;
        if (command != null) {
            command.run(argument);
        } else if (words[0].matches("/-?\\d+|/[se]\\d+|/\\d+-\\d+")) {
            again(line.strip().substring(1));
        } else {
            feedback.say(
                    matches.isEmpty()
                            ? "Invalid command: " + words[0]
                            : "Command: '" + words[0] + "' is ambiguous: " + String.join(", ", matches));
            feedback.tell("Type /help for help.");
        }
    }

    private void declarations() {
        byName.put("/list", argument -> {
            if (argument.length() > 1 && "-history".startsWith(argument)) {
                history("");
            } else {
                listings.list(argument);
            }
        });
        byName.put("/vars", listings::variables);
        byName.put("/methods", listings::methods);
        byName.put("/types", listings::types);
        byName.put("/imports", argument -> listings.imports());
        byName.put("/drop", argument -> {
            if (listings.drop(argument)) {
                replay.entered("/drop " + argument);
            }
        });
    }

    private void files(Retained retained) {
        var files = new FileCommands(host, listings, feedback);
        var set = new SetCommand(host, feedback, retained, new StartSetting(engine, feedback, retained));
        var edit = new EditCommand(host, listings, feedback);
        byName.put("/open", files::open);
        byName.put("/save", files::save);
        byName.put("/edit", argument -> edit.run(argument, set.editor(), engine.syntax()));
        byName.put("/set", set::run);
    }

    private void history(String argument) {
        out.println();
        host.history(argument.length() > 1 && "-all".startsWith(argument)).forEach(out::println);
    }

    private void exit(String argument) {
        if (argument.isEmpty()) {
            feedback.tell("Goodbye");
            host.exit(0);
            return;
        }
        var events = engine.eval(argument);
        if (events.isEmpty() || events.get(0).value() == null) {
            events.stream().findFirst().ifPresent(each -> feedback.show(engine.jshell(), events));
            return;
        }
        var value = events.get(0).value();
        if (value.matches("-?\\d{1,9}")) {
            feedback.tell("Goodbye (" + value + ")");
            host.exit(Integer.parseInt(value));
        } else {
            feedback.say("The argument to /exit must be a valid integer expression. It is " + value + " : " + argument);
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
                : listings.chosen("/", ids);
        if (found.isEmpty() && ids.startsWith("-")) {
            feedback.say("No such snippet: " + ids);
        }
        found.forEach(each -> host.again(each.source()));
    }
}
