package dev.kindling.samples.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * The Spark job: every class file of the executors' JDK, read by the executors. The driver names no file itself, as its
 * JDK may be another one than that of the image.
 *
 * <pre>{@code
 * try (var session = Spark.session("census").jar(samplesJar).startOn(Local.threads(2))) {
 *     var census = ClassCensusJob.run(session.spark());
 * }
 * }</pre>
 */
public final class ClassCensusJob {
    /** Tasks enough to show progress and to lose little when an executor is lost; few enough to cost nothing. */
    private static final int TASKS = 64;

    private ClassCensusJob() {}

    /** As an application: prints the result as one JSON line at the end of the driver's log. */
    public static void main(String[] args) throws IOException {
        try (var spark = SparkSession.builder().appName("class-census").getOrCreate()) {
            System.out.println(run(spark).toLogLine());
        }
    }

    /** Runs the two jobs (list, then count) on a session that has this class' jar; safe to call again. */
    public static Census run(SparkSession spark) {
        var context = new JavaSparkContext(spark.sparkContext());
        var image = listing(context);
        var counts = context.parallelize(spread(image._2()), TASKS)
                .mapToPair(folder -> new Tuple2<>(ModuleImage.packageOf(folder), ModuleImage.count(folder)))
                .reduceByKey(PackageCount::plus)
                .values()
                .collect();
        return Census.of(image._1(), counts);
    }

    /** One task tells which JDK the executors have and what folders are in it. */
    private static Tuple2<String, List<String>> listing(JavaSparkContext context) {
        return context.parallelize(List.of(0), 1)
                .map(ignored -> new Tuple2<>(System.getProperty("java.runtime.version"), ModuleImage.folders()))
                .first();
    }

    /** Large packages are neighbours in the listing; shuffled (always alike) they do not all meet in one task. */
    private static List<String> spread(List<String> folders) {
        var shuffled = new ArrayList<>(folders);
        Collections.shuffle(shuffled, new Random(0));
        return shuffled;
    }
}
