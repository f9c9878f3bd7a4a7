package dev.kindling.shell.console.prompt;

import java.util.List;
import java.util.stream.Stream;

/** A documentation comment as lines of a terminal. */
final class JavadocText {
    private static final int NARROWEST = 10;

    private JavadocText() {}

    /** Paragraphs first, then what is said of parameters, result and exceptions. */
    static List<String> lines(String comment, int width) {
        var text = comment.replaceAll("(?m)^\\s*\\*? ?", "")
                .replaceAll("\\{@(?:code|literal)\\s+([^{}]*)}", "$1")
                .replaceAll("\\{@(?:link|linkplain)\\s+\\S+\\s+([^{}]*)}", "$1")
                .replaceAll("\\{@(?:link|linkplain|value)\\s+#?([^{}]*)}", "$1")
                .replaceAll("\\{@\\w+\\s*([^{}]*)}", "$1")
                .replaceAll("(?i)</?(?:p|ul|ol|pre|blockquote|table|tr|dl|dd|div|h\\d)\\b[^>]*>", "\n\n")
                .replaceAll("(?i)<li\\b[^>]*>", "\n\n- ")
                .replaceAll("</?[A-Za-z][^>]*>", "")
                .replaceAll("(?m)^@param\\s+(\\S+)", "\n\n  $1:")
                .replaceAll("(?m)^@returns?\\b", "\n\n  returns:")
                .replaceAll("(?m)^@(?:throws|exception)\\s+(\\S+)", "\n\n  throws $1:")
                .replaceAll("(?m)^@(\\w+)", "\n\n  $1:");
        return unescaped(text)
                .replaceAll("(?<!\n)\n(?!\n)\\s*", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .flatMap(line -> wrapped(line.stripTrailing(), Math.max(NARROWEST, width)))
                .toList();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
    }

    private static Stream<String> wrapped(String line, int width) {
        var lines = Stream.<String>builder();
        var rest = line;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            cut = rest.substring(0, Math.max(0, cut)).isBlank() ? width : cut;
            lines.add(rest.substring(0, cut));
            rest = "    " + rest.substring(cut).strip();
        }
        return lines.add(rest).build();
    }
}
