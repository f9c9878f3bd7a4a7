package dev.kindling.shell.console.source;

/**
 * What is to be run.
 *
 * @param name how errors call it
 * @param text all of it
 */
public record Script(String name, String text) {
    /** The line, counted from 1, of a place in the text. */
    public int lineAt(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** A line as it is written, counted from 1. */
    public String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }
}
