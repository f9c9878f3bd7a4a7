package dev.kindling.shell.console.command;

import dev.kindling.shell.console.Help;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /help}: what the commands are for, and how each is written. */
final class CommandHelp {
    private static final String SNIPPETS = "[name or id|id-id|-all|-start]";

    /** In jshell's order, in which it names those that a beginning may mean; the first line is the short form. */
    private static final Map<String, String> TEXTS = texts();

    private final Feedback feedback;

    CommandHelp(Feedback feedback) {
        this.feedback = feedback;
    }

    /** Of a command, of all that a beginning may mean, or the list. */
    void run(String argument) {
        var word = argument.split("\\s+")[0];
        if (word.isEmpty()) {
            all();
            return;
        }
        var found = TEXTS.entrySet().stream()
                .filter(each -> each.getKey().startsWith(word)
                        || each.getKey().substring(1).startsWith(word))
                .toList();
        if (found.isEmpty()) {
            feedback.say("No commands or subjects start with the provided argument: " + argument);
            all();
        }
        found.forEach(each -> feedback.say(" \n" + each.getKey() + " " + each.getValue()));
    }

    private void all() {
        Help.lines().forEach(feedback::say);
        feedback.say(" \nCommands, as in jshell; /help /COMMAND tells more:\n ");
        int widest = TEXTS.keySet().stream().mapToInt(String::length).max().orElse(0);
        feedback.say(TEXTS.entrySet().stream()
                .map(each -> String.format("%-" + (widest + 2) + "s", each.getKey())
                        + each.getValue().lines().skip(1).findFirst().orElse("").strip())
                .collect(Collectors.joining("\n")));
    }

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        ofSnippets(texts);
        ofTheConsole(texts);
        return texts;
    }

    private static void ofSnippets(Map<String, String> texts) {
        texts.put("/list", SNIPPETS + "|[-history]\n  the snippets, or the lines typed");
        texts.put("/edit", SNIPPETS + "\n  snippets once more, to be changed; in the program that /set editor names");
        texts.put("/drop", "<name or id>...\n  forgets declarations");
        texts.put("/save", SNIPPETS + "|[-history] <file>\n  writes snippets to a file");
        texts.put("/open", "<file>|<address>|DEFAULT|PRINTING|JAVASE\n  runs the snippets of a file");
        texts.put("/vars", SNIPPETS + "\n  variables with their values");
        texts.put("/methods", SNIPPETS + "\n  methods");
        texts.put("/types", SNIPPETS + "\n  classes, records, interfaces and enums");
        texts.put("/imports", "\n  what is imported");
    }

    private static void ofTheConsole(Map<String, String> texts) {
        texts.put("/exit", "[expression]\n  leaves, with this status");
        texts.put(
                "/env",
                "[-class-path <jars>]\n  shows jars that were added, or adds some\n"
                        + "  and begins anew with all snippets; addJar(..) and require(..) do so with nothing begun anew.\n"
                        + "  jshell's -module-path, -add-modules, -add-exports and -enable-preview are refused.");
        texts.put("/reset", "[-class-path <jars>]\n  forgets all snippets; the Spark session stays");
        texts.put(
                "/reload",
                "[-restore] [-quiet] [-class-path <jars>]\n  begins anew with all snippets\n"
                        + "  -restore: with those of before the last /reset, /reload or /env, or of the console before.");
        texts.put("/history", "[-all]\n  lines typed; with -all those of earlier runs too");
        texts.put("/help", "[/command]\n  this");
        texts.put("/?", "[/command]\n  this");
        texts.put(
                "/set",
                "feedback|editor|start|preview ..\n  settings; without words, what they are\n"
                        + "  /set feedback [-retain] verbose|normal|concise|silent   how much is said\n"
                        + "  /set editor [-retain] [-wait] <program>|-default|-delete   what /edit opens\n"
                        + "  /set start [-retain] <file>...|-default|-none   what is run first, from the next /reset on\n"
                        + "  /set preview on|off   whether a Dataset as a value shows its first rows\n"
                        + "  -retain: in later runs too.");
        texts.put("/!", "\n  the last snippet once more");
        texts.put("/<id>", "[id|id-id]...\n  these snippets once more");
        texts.put("/-<n>", "\n  the snippet before the last n - 1 once more");
    }
}
