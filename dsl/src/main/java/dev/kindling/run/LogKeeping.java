package dev.kindling.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether and where the logs of an application are kept. On from {@code submitTo} by default: every attempt's pods may be
 * gone, and their logs with them, within two seconds of their end. Immutable and thread-safe.
 *
 * <pre>{@code
 * LogKeeping keeping = LogKeeping.defaults().folder(Path.of("/var/log/spark")).maxBytesPerLog(10_000_000);
 * }</pre>
 *
 * @param isOn whether logs are followed without being asked for
 * @param folder where; default: {@code kindling/logs} in {@code $XDG_STATE_HOME}, else in {@code ~/.local/state}, else in
 *     the folder for temporary files
 * @param maxBytesPerLog of a longer log its beginning and its end are kept, half each
 * @param maxBytes of the whole folder: the oldest runs' logs are removed first, when a new run begins
 * @param maxExecutors how many executors' logs are kept of each attempt
 */
public record LogKeeping(boolean isOn, Optional<Path> folder, long maxBytesPerLog, long maxBytes, int maxExecutors) {

    private static final long MEBIBYTE = 1024 * 1024;

    /** Refuses limits below what a log needs. */
    public LogKeeping {
        require(maxBytesPerLog >= 4096, "maxBytesPerLog", maxBytesPerLog, 64 * MEBIBYTE);
        require(maxBytes >= maxBytesPerLog, "maxBytes", maxBytes, 2048 * MEBIBYTE);
        require(maxExecutors >= 0, "maxExecutors", maxExecutors, 50);
    }

    /** On, 64 MiB for each log, 2 GiB in all, 50 executors of each attempt. */
    public static LogKeeping defaults() {
        return new LogKeeping(true, Optional.empty(), 64 * MEBIBYTE, 2048 * MEBIBYTE, 50);
    }

    /** Only what is asked for by {@code logs().follow} or {@code followLog}, and only until the application has ended. */
    public static LogKeeping off() {
        var on = defaults();
        return new LogKeeping(false, on.folder, on.maxBytesPerLog, on.maxBytes, on.maxExecutors);
    }

    /** Where logs are kept. */
    public LogKeeping folder(Path folder) {
        return new LogKeeping(isOn, Optional.of(folder), maxBytesPerLog, maxBytes, maxExecutors);
    }

    /** How much of each log is kept, in bytes: 4096 at least. */
    public LogKeeping maxBytesPerLog(long bytes) {
        return new LogKeeping(isOn, folder, bytes, Math.max(bytes, maxBytes), maxExecutors);
    }

    /** How much is kept in all, in bytes. */
    public LogKeeping maxBytes(long bytes) {
        return new LogKeeping(isOn, folder, maxBytesPerLog, bytes, maxExecutors);
    }

    /** How many executors' logs are kept of each attempt. */
    public LogKeeping maxExecutors(int executors) {
        return new LogKeeping(isOn, folder, maxBytesPerLog, maxBytes, executors);
    }

    private static void require(boolean holds, String what, long value, long better) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "LogKeeping." + what + " " + value + " is too small: write ." + what + "(" + better + ")");
        }
    }
}
