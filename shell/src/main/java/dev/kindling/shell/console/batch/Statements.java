package dev.kindling.shell.console.batch;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Cuts a script into statements, one at a time, as what comes later may depend on what was run. */
final class Statements {
    /** White space and comments; the first line may name an interpreter. */
    private static final Pattern BLANK = Pattern.compile("(?:\\A#!.*|\\s|//.*|/\\*(?s:.*?)\\*/)*+");

    private static final Pattern COMMAND = Pattern.compile("/[^/*\n].*");

    private final Script script;
    private int position;

    Statements(Script script) {
        this.script = script;
    }

    /** The next one; one that is cut off by the end of the script is given as it is, to be refused by the compiler. */
    Optional<Statement> next(SourceCodeAnalysis analysis) {
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

    private String snippet(int start, SourceCodeAnalysis analysis) {
        var rest = script.text().substring(start);
        var info = analysis.analyzeCompletion(rest);
        var whole = info.completeness() == Completeness.COMPLETE
                || info.completeness() == Completeness.COMPLETE_WITH_SEMI;
        position = whole ? script.text().length() - info.remaining().length() : script.text().length();
        return whole ? info.source() : rest;
    }
}
