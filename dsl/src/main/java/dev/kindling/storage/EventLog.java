package dev.kindling.storage;

import java.nio.file.Path;

/**
 * The folder in which drivers write down what happens, one file or folder a run, for the history after the end.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionSpec words = Spark.session("words").eventLog(EventLog.at("s3a://history/"));
 * }</pre>
 *
 * <p>Rules: {@code spark.eventLog.dir} of Spark, which does not make the folder itself. A session has it made; an
 * application's driver ends if it is missing. The root of a bucket is always there.
 *
 * @param folder as Hadoop names it, with a scheme
 */
public record EventLog(String folder) {
    /** Refuses what is no address of a folder. */
    public EventLog {
        if (!folder.matches("[a-z][a-z0-9+.-]*:/\\S+")) {
            throw new IllegalArgumentException(
                    "Folder \"" + folder
                            + "\" for event logs is no address: write EventLog.at(\"s3a://bucket/\") or EventLog.at(\"/mnt/events\")");
        }
    }

    /**
     * A folder that drivers reach: {@code "s3a://bucket/"}, or an absolute path on the driver's machine, which for an
     * application is a path in its pod, best of a volume.
     */
    public static EventLog at(String folder) {
        return folder.startsWith("/") ? at(Path.of(folder)) : new EventLog(folder);
    }

    /** A folder of the driver's machine. */
    public static EventLog at(Path folder) {
        // Not with the slash that Java puts behind a folder that is there: the same path is the same value.
        return new EventLog(folder.toAbsolutePath().toUri().toString().replaceFirst("(?<=[^/])/+$", ""));
    }
}
