package dev.kindling.embedded.internal.kubelet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text of JVM options as a shell would: at spaces, except inside quotes. */
final class JavaOptions {

    /** Pieces that stand together form one word: plain characters, an escaped one, or a quoted run. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"'\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')+");

    private static final Pattern PIECE = Pattern.compile("\\\\(.)|\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    private JavaOptions() {}

    static List<String> split(String options) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(options);
        while (word.find()) {
            words.add(unquoted(word.group()));
        }
        return words;
    }

    private static String unquoted(String word) {
        return PIECE.matcher(word).replaceAll(piece -> {
            String plain = piece.group(1) != null ? piece.group(1) : piece.group(3);
            String text = plain != null ? plain : piece.group(2).replaceAll("\\\\(.)", "$1");
            return Matcher.quoteReplacement(text);
        });
    }
}
