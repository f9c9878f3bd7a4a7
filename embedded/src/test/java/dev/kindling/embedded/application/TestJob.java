package dev.kindling.embedded.application;

import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.SparkSession;

/** What the applications of these tests run: the first argument says how it goes. */
public final class TestJob {

    private TestJob() {}

    public static void main(String[] arguments) throws Exception {
        try (var spark = SparkSession.builder().getOrCreate()) {
            switch (arguments[0]) {
                case "count" -> count(spark, Long.parseLong(arguments[1]));
                case "throw" -> throw new IllegalStateException("no luck with " + arguments[1]);
                case "sleep" -> {
                    System.out.println("sleeping");
                    TimeUnit.SECONDS.sleep(Long.parseLong(arguments[1]));
                }
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /** The lambda runs on executors, out of the application's jar. */
    private static void count(SparkSession spark, long rows) {
        var even = spark.range(rows).filter((FilterFunction<Long>) id -> id % 2 == 0);
        System.out.println("even numbers: " + even.count());
    }
}
