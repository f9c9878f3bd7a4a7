package dev.kindling.shell.console.prompt;

import java.util.Optional;

/**
 * A text in double quotes that is not closed yet, at the end of what was typed.
 *
 * @param before the code in front of the quote
 * @param begun what stands behind it
 */
record OpenText(String before, String begun) {
    /** Empty if the end is code, a comment or a character. */
    static Optional<OpenText> at(String code) {
        int open = -1;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (open < 0 && (code.startsWith("//", i) || code.startsWith("/*", i))) {
                i = endOfComment(code, i);
            } else if (open < 0 && c == '\'') {
                i = code.indexOf('\'', i + (code.startsWith("\\", i + 1) ? 3 : 1));
            } else if (open >= 0 && c == '\\') {
                i++;
            } else if (c == '"') {
                open = open < 0 ? i : -1;
            }
            if (i < 0) {
                return Optional.empty();
            }
        }
        return open < 0
                ? Optional.empty()
                : Optional.of(new OpenText(code.substring(0, open), code.substring(open + 1)));
    }

    /** The place of its last character; -1 if it has no end. */
    private static int endOfComment(String code, int start) {
        var line = code.charAt(start + 1) == '/';
        int end = code.indexOf(line ? "\n" : "*/", start + 2);
        return end < 0 || line ? end : end + 1;
    }
}
