package dev.kindling.shell.console.prompt;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours keywords, texts, numbers and comments; JShell's own highlighting is not there on Java 17. */
final class SnippetHighlighter implements Highlighter {
    private static final Pattern TOKENS = Pattern.compile("(?<comment>//.*|/\\*(?s:.*?)(?:\\*/|$))"
            + "|(?<text>\"(?:[^\"\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\n]|\\\\.)*'?)"
            + "|\\b(?<keyword>abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
            + "|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|private"
            + "|protected|public|record|return|sealed|short|static|super|switch|synchronized|this|throw|throws|true|false"
            + "|try|var|void|volatile|while|yield)\\b"
            + "|\\b(?<number>\\d[\\w.]*)\\b");

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        var result = new AttributedStringBuilder();
        var tokens = TOKENS.matcher(buffer);
        int end = 0;
        while (tokens.find()) {
            result.append(buffer.substring(end, tokens.start()));
            result.append(
                    tokens.group(),
                    tokens.group("comment") != null
                            ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT)
                            : tokens.group("text") != null
                                    ? AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)
                                    : tokens.group("keyword") != null
                                            ? AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)
                                            : AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN));
            end = tokens.end();
        }
        return result.append(buffer.substring(end)).toAttributedString();
    }
}
