package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;

/** {@code /open} and {@code /save}. */
final class FileCommands {
    private static final String HISTORY = "-history";
    private static final List<String> OPTIONS = List.of("-all", "-start", HISTORY);

    private final CommandHost host;
    private final Listings listings;
    private final Feedback feedback;

    FileCommands(CommandHost host, Listings listings, Feedback feedback) {
        this.host = host;
        this.listings = listings;
        this.feedback = feedback;
    }

    void open(String name) throws IOException {
        if (name.isEmpty()) {
            feedback.say("'/open' requires a filename argument.");
            return;
        }
        try {
            var source = SourceFiles.read(name);
            feedback.quietly(() -> host.run(source));
        } catch (NoSuchFileException e) {
            feedback.say("File '" + name + "' for '/open' is not found.");
        }
    }

    void save(String argument) throws IOException {
        var words = argument.split("\\s+");
        var file = words[words.length - 1];
        if (file.isEmpty()) {
            feedback.say("'/save' requires a filename argument.");
            return;
        }
        var chosen = argument.substring(0, argument.length() - file.length()).strip();
        var lines = lines(chosen);
        if (!lines.isEmpty() || chosen.isEmpty() || isOption(chosen)) {
            Files.writeString(
                    Paths.of(file),
                    lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining()));
        }
    }

    private List<String> lines(String chosen) {
        if (isOption(chosen) && HISTORY.startsWith(chosen)) {
            return host.history(false);
        }
        return listings.chosen("/save", chosen).stream()
                .map(Snippet::source)
                .filter(source -> !Startup.variableSnippets().contains(source))
                .toList();
    }

    /** Options may be cut short, as in jshell. */
    private static boolean isOption(String chosen) {
        return chosen.length() > 1 && OPTIONS.stream().anyMatch(option -> option.startsWith(chosen));
    }
}
