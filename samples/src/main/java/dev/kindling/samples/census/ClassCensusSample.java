package dev.kindling.samples.census;

import dev.kindling.shell.Sample;
import dev.kindling.shell.SampleContext;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** {@code kindling sample class-census}. */
public final class ClassCensusSample implements Sample {
    @Override
    public String name() {
        return "class-census";
    }

    @Override
    public String summary() {
        return "counts classes, bytes and methods of the executors' own JDK, by package";
    }

    @Override
    public void run(SampleContext context) {
        var started = System.nanoTime();
        context.progress().step("starting");
        try (var spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .appName("x")
                .getOrCreate()) {
            context.progress().step("counting");
            print(context, ClassCensusJob.run(spark), 1, started);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void print(SampleContext context, Census census, int executors, long started) {
        context.progress().close();
        var out = context.out();
        out.println(CensusReport.table(census));
        out.println(CensusReport.chart(census, context.width()));
        out.println("executors' JDK: " + census.javaRuntime());
        var total = census.total();
        out.printf(
                Locale.ROOT,
                "class-census: %s on %s, %d executors, %d classes, %d methods, %.1f s%n",
                context.mode().name(),
                context.where(),
                executors,
                total.classes(),
                total.methods(),
                (System.nanoTime() - started) / 1e9);
    }
}
