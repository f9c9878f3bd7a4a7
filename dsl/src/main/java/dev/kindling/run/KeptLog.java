package dev.kindling.run;

import java.util.stream.Stream;

/**
 * One log as far as it is kept. Thread-safe.
 *
 * <pre>{@code
 * static long errors(KeptLog log) {
 *     try (var lines = log.lines()) {
 *         return lines.filter(line -> line.contains(" ERROR ")).count();
 *     }
 * }
 * }</pre>
 */
public interface KeptLog {

    /** Who wrote it. */
    LogSource source();

    /**
     * Its lines. Of one that is longer than {@link LogKeeping#maxBytesPerLog} the middle is left out, and a line says so.
     * To be closed.
     */
    Stream<String> lines();

    /** How much of it is kept. */
    long bytes();

    /** Whether it was followed to its end; false while it is, and where following was cut off. */
    boolean reachedItsEnd();
}
