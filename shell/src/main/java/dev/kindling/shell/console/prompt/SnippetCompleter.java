package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.Console;
import dev.kindling.shell.console.command.Commands;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What may come at the cursor: the console's commands, columns of Datasets, files, and what JShell knows of Java. */
public final class SnippetCompleter implements Completer {
    private static final Pattern COMMAND_WITH_FILE = Pattern.compile("/(?:open|save)\\s+(?<path>\\S*)$");

    private final Supplier<Console> console;
    private final Columns columns;
    private final FilePaths paths;

    /** The console is asked for when something is to be completed. */
    public SnippetCompleter(Supplier<Console> console) {
        this.console = console;
        this.columns = new Columns(() -> console.get().datasets());
        this.paths = new FilePaths(new RemoteFolders(
                () -> console.get().session().context().map(context -> context.hadoopConfiguration())));
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        var text = parsed.line().substring(0, parsed.cursor());
        int wordStart = parsed.cursor() - parsed.wordCursor();
        for (var whole : suggestions(text)) {
            if (whole.startsWith(text.substring(0, wordStart))) {
                var value = whole.substring(wordStart);
                candidates.add(candidate(value, shown(whole, value)));
            }
        }
    }

    /** What the text may become, each in whole. */
    public List<String> suggestions(String text) {
        if (text.startsWith("/")) {
            return commands(text);
        }
        return OpenText.at(text).map(open -> inText(open, text)).orElseGet(() -> code(text));
    }

    private List<String> commands(String text) {
        var file = COMMAND_WITH_FILE.matcher(text);
        return file.find()
                ? behind(text, file.group("path"), paths.onThisMachine(file.group("path")))
                : Commands.names().stream()
                        .filter(name -> name.startsWith(text))
                        .toList();
    }

    private List<String> inText(OpenText open, String text) {
        return columns.at(open)
                .or(() -> paths.at(open))
                .map(texts -> behind(text, open.begun(), texts))
                .orElse(List.of());
    }

    private List<String> code(String text) {
        var anchor = new int[1];
        return console.get().engine().analysis().completionSuggestions(text, text.length(), anchor).stream()
                .map(each -> text.substring(0, anchor[0]) + each.continuation())
                .toList();
    }

    private static List<String> behind(String text, String begun, List<String> texts) {
        var before = text.substring(0, text.length() - begun.length());
        return texts.stream().map(each -> before + each).toList();
    }

    /** As a list shows it: of a file, not the folder that it is in. */
    private static String shown(String whole, String value) {
        return OpenText.at(whole)
                .map(OpenText::begun)
                .map(text -> text.substring(text.lastIndexOf('/', text.length() - 2) + 1))
                .orElse(value);
    }

    private static Candidate candidate(String value, String shown) {
        return new Candidate(value, shown, null, null, null, null, false);
    }
}
