package dev.kindling.embedded.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Functions that executors find in a jar of their own. */
public final class ExecutorJob {

    private ExecutorJob() {}

    /** Who ran each row. */
    static Dataset<String> executorIds(Dataset<Long> rows) {
        return rows.map((MapFunction<Long, String>) row -> System.getenv("SPARK_EXECUTOR_ID"), Encoders.STRING());
    }

    /** Which process is behind each pod; {@code pod=number}. */
    static Dataset<String> processes(Dataset<Long> rows) {
        return rows.map(
                (MapFunction<Long, String>) row -> System.getenv("SPARK_EXECUTOR_POD_NAME") + "="
                        + ProcessHandle.current().pid(),
                Encoders.STRING());
    }

    /** One row takes so long; {@code marker} appears when the first has begun. */
    static Dataset<Long> slowly(Dataset<Long> rows, long milliseconds, String marker) {
        return rows.map(
                (MapFunction<Long, Long>) row -> {
                    touch(Path.of(marker));
                    Thread.sleep(milliseconds);
                    return row;
                },
                Encoders.LONG());
    }

    /** Its executor writes some last words and ends at once, as where a native library ends the process. */
    static Dataset<Long> endingWith(Dataset<Long> rows, int exitCode, String lastWords) {
        return rows.map(
                (MapFunction<Long, Long>) row -> {
                    System.err.println(lastWords);
                    Runtime.getRuntime().halt(exitCode);
                    return row;
                },
                Encoders.LONG());
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
