package dev.kindling.run;

/**
 * A line of a log. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void print(LogLine line) {
 *     System.out.println(line.source() + ": " + line.text());
 * }
 * }</pre>
 *
 * @param source who wrote it
 * @param text without its line feed
 */
public record LogLine(LogSource source, String text) {}
