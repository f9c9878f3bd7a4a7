package dev.kindling.shell.terminal;

import org.jline.utils.AttributedString;

/** The columns of a terminal that a text takes: none for an accent that combines, two for a Chinese character or an emoji. */
public final class TextWidth {
    private static final String CUT = "…";

    private TextWidth() {}

    /** How many columns. */
    public static int of(String text) {
        return new AttributedString(text).columnLength();
    }

    /** As much of it as fits, with an ellipsis where something is left out. */
    public static String cut(String text, int width) {
        var whole = new AttributedString(text);
        return whole.columnLength() <= width ? text : whole.columnSubSequence(0, width - 1) + CUT;
    }

    /** With blanks behind it, if there is room. */
    public static String padRight(String text, int width) {
        return text + blanks(text, width);
    }

    /** With blanks in front of it, if there is room. */
    public static String padLeft(String text, int width) {
        return blanks(text, width) + text;
    }

    private static String blanks(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text)));
    }
}
