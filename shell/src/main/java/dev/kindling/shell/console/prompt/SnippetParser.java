package dev.kindling.shell.console.prompt;

import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether what was typed is whole, and which word a completion replaces. */
final class SnippetParser implements Parser {
    private final Supplier<SourceCodeAnalysis> analysis;

    SnippetParser(Supplier<SourceCodeAnalysis> analysis) {
        this.analysis = analysis;
    }

    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isWhole(text)) {
            throw new EOFError(-1, -1, "more is needed");
        }
        return new Word(text, cursor);
    }

    /** Several snippets may be pasted at once: the last of them must be whole. */
    private boolean isWhole(String text) {
        var rest = text;
        while (!rest.isBlank() && !rest.stripLeading().startsWith("/")) {
            var info = analysis.get().analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return info.completeness() == SourceCodeAnalysis.Completeness.EMPTY;
            }
            if (info.remaining().length() == rest.length()) {
                return true;
            }
            rest = info.remaining();
        }
        return true;
    }

    /** The identifier that the cursor stands at the end of. */
    private record Word(String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            int start = cursor;
            while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
                start--;
            }
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        /** Code is inserted as it is. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
