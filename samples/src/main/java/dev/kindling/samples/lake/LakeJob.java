package dev.kindling.samples.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark job: writes readings of sensors, one folder a day, and asks for one sensor on one day.
 *
 * <pre>{@code
 * try (var store = EmbeddedS3.start().bucket("lake");
 *         var session = Spark.session("lake").s3(store.s3()).startOn(Local.threads(2))) {
 *     System.out.println(LakeJob.run(session.spark(), "s3a://lake/readings"));
 * }
 * }</pre>
 */
public final class LakeJob {
    private static final Pattern COMMITTER = Pattern.compile("\"committer\"\\s*:\\s*\"(\\w+)\"");
    private static final long READINGS = 100_000;
    private static final int DAYS = 3;
    private static final int SENSORS = 50;

    private LakeJob() {}

    /**
     * What came of it.
     *
     * @param written rows
     * @param found rows of one sensor on one day
     * @param plan how Spark read them: which folders, and what Parquet was asked for
     * @param committer whose mark is in the folder; empty: files were renamed
     */
    public record Result(long written, long found, String plan, String committer) {}

    /** Replaces what is in the folder. */
    public static Result run(SparkSession spark, String folder) {
        spark.range(0, READINGS, 1, 2)
                .select(
                        col("id"),
                        pmod(col("id"), lit(SENSORS)).as("sensor"),
                        pmod(col("id"), lit(DAYS)).as("day"))
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy("day")
                .parquet(folder);
        var all = spark.read().parquet(folder);
        var some = all.where(col("day").equalTo(1).and(col("sensor").equalTo(17)));
        return new Result(
                all.count(), some.count(), some.queryExecution().executedPlan().toString(), committer(spark, folder));
    }

    /** A committer that uploads to the final place writes down what it did; one that renames leaves an empty mark. */
    private static String committer(SparkSession spark, String folder) {
        var mark = new Path(folder, "_SUCCESS");
        try (var in =
                mark.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(mark)) {
            var named = COMMITTER.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return named.find() ? named.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + mark, e);
        }
    }
}
