package dev.kindling.embedded.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.SparkSession;

/** What the applications of these tests run: the first argument says how it goes. */
public final class TestJob {

    private TestJob() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            // Where it is the driver's end that matters, executors would only take their time to start.
            case "flaky" -> failFirst(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "sleep-alone" -> sleep(arguments[1]);
            default -> withSpark(arguments);
        }
    }

    private static void withSpark(String[] arguments) throws Exception {
        try (var spark = SparkSession.builder().getOrCreate()) {
            switch (arguments[0]) {
                case "count" -> count(spark, Long.parseLong(arguments[1]));
                case "throw" -> throw new IllegalStateException("no luck with " + arguments[1]);
                case "sleep" -> sleep(arguments[1]);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void sleep(String seconds) throws InterruptedException {
        System.out.println("sleeping");
        TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        System.out.println("awake");
    }

    /** Fails so many times, counted by files in a folder that outlives the attempts. */
    private static void failFirst(Path folder, int times) throws IOException {
        try (var earlier = Files.list(folder)) {
            var attempt = earlier.count() + 1;
            Files.createFile(folder.resolve("attempt-" + attempt));
            System.out.println("this is attempt " + attempt);
            if (attempt <= times) {
                throw new IllegalStateException("attempt " + attempt + " fails", new IOException("no luck yet"));
            }
        }
    }

    /** The lambda runs on executors, out of the application's jar. */
    private static void count(SparkSession spark, long rows) {
        var even = spark.range(rows).filter((FilterFunction<Long>) id -> id % 2 == 0);
        System.out.println("even numbers: " + even.count());
    }
}
