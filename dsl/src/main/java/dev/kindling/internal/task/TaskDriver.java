package dev.kindling.internal.task;

import dev.kindling.internal.code.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkFiles;
import org.apache.spark.sql.SparkSession;

/** The program of a task's driver: runs the function and leaves what came of it in the store. */
public final class TaskDriver {
    static final String RESULT = "result";
    static final String THROWN = "thrown.json";

    private final Configuration settings;
    private final String results;

    private TaskDriver(Configuration settings, String results) {
        this.settings = settings;
        this.results = results;
    }

    /** Given the name of the parcel's file, and the folder of results. */
    public static void main(String[] words) throws Exception {
        try (var spark = SparkSession.builder().getOrCreate()) {
            var driver = new TaskDriver(spark.sparkContext().hadoopConfiguration(), words[1]);
            driver.run(Path.of(SparkFiles.get(words[0])), spark);
        }
    }

    /** An error too is told: whoever waits would have to look for it in a log. */
    private void run(Path file, SparkSession spark) throws Exception {
        remove(THROWN); // Of an earlier attempt.
        try (var in = Files.newInputStream(file)) {
            write(RESULT, result(Parcel.read(in), spark));
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            write(THROWN, Thrown.of(e).toJson());
            throw e;
        }
    }

    private static <T> byte[] result(Parcel<T> parcel, SparkSession spark) throws Exception {
        return parcel.format().write(parcel.task().run(spark));
    }

    private void write(String name, byte[] bytes) throws IOException {
        var target = path(name);
        try (var out = target.getFileSystem(settings).create(target, true)) {
            out.write(bytes);
        }
    }

    private void remove(String name) throws IOException {
        Removal.of(path(name).getFileSystem(settings), path(name).getParent(), List.of(path(name)));
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(results, name);
    }
}
