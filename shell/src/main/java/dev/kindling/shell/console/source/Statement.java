package dev.kindling.shell.console.source;

/**
 * A part of a script that is run at once.
 *
 * @param source a snippet, or a line that begins with {@code /}
 * @param start where the source begins in the script
 * @param line where its first word stands
 * @param command whether it is for the console, not for Java
 */
public record Statement(String source, int start, int line, boolean command) {}
