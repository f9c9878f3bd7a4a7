package dev.kindling.diagnosis;

import java.io.Serializable;

/**
 * The four things an error says. Immutable and thread-safe.
 *
 * <pre>{@code
 * Explanation given = new Explanation(
 *         "start 2 executors", "image x:1 cannot be pulled", "the registry has no such tag", ".image(\"x:2\")");
 * }</pre>
 *
 * @param tried what was tried
 * @param seen what was seen
 * @param why why it is so
 * @param lineToWrite what to write or do
 */
public record Explanation(String tried, String seen, String why, String lineToWrite) implements Serializable {
    @Override
    public String toString() {
        return "Tried to " + tried + ".\n  seen: " + seen + "\n  why:  " + why + "\n  do:   " + lineToWrite;
    }
}
