package dev.kindling.embedded.storage;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A program of a project's class folder: no image has it. */
public final class ShippedJob {
    private ShippedJob() {}

    /** What a task returns. */
    record Sum(long value, String label) implements Serializable {}

    public static void main(String[] words) throws IOException {
        try (var spark = SparkSession.builder().getOrCreate()) {
            System.out.println("sum: " + sum(spark, Long.parseLong(words[0])));
            if (words.length > 1) {
                System.out.println("plan: " + readByAnExecutor(spark, words[1]));
            }
        }
    }

    private static String readByAnExecutor(SparkSession spark, String file) {
        return spark.range(0, 1, 1, 1)
                .map(
                        (MapFunction<Long, String>) row -> Files.readString(Path.of(SparkFiles.get(file))),
                        Encoders.STRING())
                .first();
    }

    /** Executors need this class for it. */
    static long sum(SparkSession spark, long count) {
        return spark
                .range(0, count, 1, 2)
                .map((MapFunction<Long, Long>) ShippedJob::twice, Encoders.LONG())
                .collectAsList()
                .stream()
                .flatMapToLong(LongStream::of)
                .sum();
    }

    /** By a class that only a package has, here and on executors. */
    static String greetings(SparkSession spark) {
        var there = spark.range(0, 2, 1, 2)
                .map((MapFunction<Long, String>) ShippedJob::greeting, Encoders.STRING())
                .collectAsList();
        return greeting(7) + ", " + there;
    }

    private static String greeting(long number) {
        try {
            return (String)
                    Class.forName("greet.Greeting", true, Thread.currentThread().getContextClassLoader())
                            .getMethod("of", long.class)
                            .invoke(null, number);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long twice(long number) {
        return 2 * number;
    }
}
