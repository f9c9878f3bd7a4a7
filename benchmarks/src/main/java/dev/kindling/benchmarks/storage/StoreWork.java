package dev.kindling.benchmarks.storage;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.sha2;

import dev.kindling.benchmarks.harness.Conversation;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** In a JVM of its own: writes to a store and reads from it in one session, as often as it is asked to. */
final class StoreWork {

    private static final int PARTITIONS = 50;
    private static final long PARTITIONED_ROWS = 20_000;
    private static final long PLAIN_ROWS = 1_500_000;
    private static final int KEYS = 1_000;

    private StoreWork() {}

    /** Arguments: a {@link StorePeer} and an {@link Address}. Requests: a {@link Step} and a folder. Answers: seconds. */
    public static void main(String[] args) throws Exception {
        var all = Arrays.asList(args);
        var spark = StorePeer.valueOf(all.get(0)).start(Address.parse(all.subList(1, all.size())));
        Conversation.hold(request -> {
            var words = List.of(request.split(" "));
            long called = System.nanoTime();
            Step.valueOf(words.get(0)).run(spark, words.get(1));
            return String.valueOf((System.nanoTime() - called) / 1e9);
        });
        spark.stop();
        System.exit(0);
    }

    /** What it can be asked for. */
    enum Step {
        /** Each of four tasks writes a file into each of fifty folders. */
        PARTITIONS {
            @Override
            void run(SparkSession spark, String folder) {
                spark.range(0, PARTITIONED_ROWS, 1, StorePeer.TASKS)
                        .withColumn("part", pmod(col("id"), lit(StoreWork.PARTITIONS)))
                        .write()
                        .partitionBy("part")
                        .parquet(folder);
            }
        },
        /** Each of four tasks writes a large file. */
        WRITE {
            @Override
            void run(SparkSession spark, String folder) {
                spark.range(0, PLAIN_ROWS, 1, StorePeer.TASKS)
                        .select(
                                pmod(col("id"), lit(KEYS)).as("key"),
                                rand(7).as("value"),
                                sha2(col("id").cast("string").cast("binary"), 256)
                                        .as("text"))
                        .write()
                        .parquet(folder);
            }
        },
        /** All of what {@link #WRITE} wrote. */
        READ {
            @Override
            void run(SparkSession spark, String folder) {
                var found = spark.read()
                        .parquet(folder)
                        .where(not(col("text").startsWith("f")))
                        .groupBy("key")
                        .agg(avg("value"))
                        .count();
                if (found != KEYS) {
                    throw new IllegalStateException(found + " keys were read from " + folder + " and not " + KEYS);
                }
            }
        };

        abstract void run(SparkSession spark, String folder);
    }
}
