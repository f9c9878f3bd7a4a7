package dev.kindling.shell.console.source;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a script into statements, one at a time, as what comes later may depend on what was run. */
public final class Statements {
    /** White space and comments; the first line may name an interpreter. */
    private static final Pattern BLANK = Pattern.compile("(?:\\A#!.*|\\s|//.*|/\\*(?s:.*?)\\*/)*+");

    private static final Pattern CONTINUATION = Pattern.compile(BLANK.pattern() + "(?:[.]|else\\b)");

    private static final Pattern COMMAND = Pattern.compile("/[^/*\n].*");

    private final Script script;
    private int position;

    /** From its first. */
    public Statements(Script script) {
        this.script = script;
    }

    /** The next one; one that is cut off by the end of the script is given as it is, to be refused by the compiler. */
    public Optional<Statement> next(SourceCodeAnalysis analysis) {
        var blank = BLANK.matcher(script.text()).region(position, script.text().length());
        var start = blank.lookingAt() ? blank.end() : position;
        if (start == script.text().length()) {
            return Optional.empty();
        }
        var command = COMMAND.matcher(script.text()).region(start, script.text().length());
        if (command.lookingAt()) {
            position = command.end();
            return Optional.of(new Statement(command.group().strip(), start, script.lineAt(start), true));
        }
        return Optional.of(new Statement(snippet(start, analysis), start, script.lineAt(start), false));
    }

    /** Line by line, as when it is typed: {@code 1 + 1} is whole, whatever the next line is. */
    private String snippet(int start, SourceCodeAnalysis analysis) {
        var text = script.text();
        for (int end = endOfLine(start); ; end = endOfLine(end + 1)) {
            var lines = text.substring(start, end);
            var info = analysis.analyzeCompletion(lines);
            if (info.completeness() == Completeness.UNKNOWN || end == text.length() && !isWhole(info)) {
                position = end;
                return lines;
            }
            if (isWhole(info) && !goesOn(info, end)) {
                position = end - info.remaining().length();
                return info.source();
            }
        }
    }

    private int endOfLine(int from) {
        var newline = script.text().indexOf('\n', Math.min(from, script.text().length()));
        return newline < 0 ? script.text().length() : newline;
    }

    private static boolean isWhole(CompletionInfo info) {
        return info.completeness() == Completeness.COMPLETE || info.completeness() == Completeness.COMPLETE_WITH_SEMI;
    }

    /** A script is read with what follows in sight, so a chain of calls may begin its lines with dots. */
    private boolean goesOn(CompletionInfo info, int end) {
        var rest = CONTINUATION.matcher(script.text()).region(end, script.text().length());
        return info.remaining().isBlank() && rest.lookingAt();
    }
}
