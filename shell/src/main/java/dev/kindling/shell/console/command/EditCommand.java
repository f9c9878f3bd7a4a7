package dev.kindling.shell.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/** {@code /edit}: in the line editor, which has several lines, or in a program of the user's. */
final class EditCommand {
    private final CommandHost host;
    private final Listings listings;
    private final Feedback feedback;

    EditCommand(CommandHost host, Listings listings, Feedback feedback) {
        this.host = host;
        this.listings = listings;
        this.feedback = feedback;
    }

    /** What is entered, or changed in the program, replaces what was. */
    void run(String argument, Editor editor, SourceCodeAnalysis analysis) throws IOException {
        var found = listings.chosen("/edit", argument);
        if (found.isEmpty() && !argument.isEmpty()) {
            return;
        }
        var sources = found.stream().map(Snippet::source).map(String::strip).toList();
        var text = String.join("\n", sources);
        var program = editor.program();
        if (program.isEmpty()) {
            host.edit(text);
            return;
        }
        var changed = edited(text + "\n", program.get(), editor.waits());
        if (changed != null) {
            statements(changed, analysis).stream()
                    .filter(each -> !sources.contains(each))
                    .forEach(host::run);
        }
    }

    /** What the program left, if it ended well. */
    private @Nullable String edited(String text, List<String> program, boolean waits) throws IOException {
        var file = Files.createTempFile("snippets", ".java");
        try {
            Files.writeString(file, text);
            return host.inTerminal(command(program, file), waits) ? Files.readString(file) : null;
        } catch (IOException e) {
            feedback.say("Edit Error: " + e.getMessage());
            return null;
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> command(List<String> program, Path file) {
        var command = new ArrayList<>(program);
        command.add(file.toString());
        return command;
    }

    private static List<String> statements(String text, SourceCodeAnalysis analysis) {
        var found = new ArrayList<String>();
        for (var rest = text; !rest.isBlank(); ) {
            var info = analysis.analyzeCompletion(rest);
            var whole = info.completeness().isComplete();
            found.add((whole ? info.source() : rest).strip());
            rest = whole ? info.remaining() : "";
        }
        return found.stream().filter(each -> !each.isEmpty()).collect(Collectors.toList());
    }
}
