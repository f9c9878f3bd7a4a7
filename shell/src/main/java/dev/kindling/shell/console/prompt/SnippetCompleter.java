package dev.kindling.shell.console.prompt;

import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What may come at the cursor: the console's commands, columns of Datasets, and what JShell knows of Java. */
final class SnippetCompleter implements Completer {
    private final Supplier<SourceCodeAnalysis> analysis;
    private final Columns columns;

    SnippetCompleter(Supplier<SourceCodeAnalysis> analysis, Columns columns) {
        this.analysis = analysis;
        this.columns = columns;
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        var text = parsed.line().substring(0, parsed.cursor());
        if (text.startsWith("/")) {
            Commands.names().stream()
                    .filter(name -> name.startsWith(text))
                    .forEach(name -> candidates.add(candidate(name.substring(text.length() - parsed.wordCursor()))));
            return;
        }
        var named = columns.at(text);
        if (named.isPresent()) {
            named.get().forEach(column -> candidates.add(candidate(column)));
            return;
        }
        var anchor = new int[1];
        var wordStart = parsed.cursor() - parsed.wordCursor();
        for (var each : analysis.get().completionSuggestions(text, text.length(), anchor)) {
            var whole = text.substring(0, anchor[0]) + each.continuation();
            if (whole.startsWith(text.substring(0, wordStart))) {
                candidates.add(candidate(whole.substring(wordStart)));
            }
        }
    }

    private static Candidate candidate(String value) {
        return new Candidate(value, value, null, null, null, null, false);
    }
}
