package dev.kindling.samples.census;

import dev.kindling.Spark;
import dev.kindling.shell.RunMode;
import dev.kindling.shell.Sample;
import dev.kindling.shell.SampleContext;
import java.time.Duration;
import java.util.Locale;

/** {@code kindling sample class-census}: the same job as a session and as an application. */
public final class ClassCensusSample implements Sample {
    private static final String NAME = "class-census";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "counts classes, bytes and methods of the executors' own JDK, by package";
    }

    @Override
    public void run(SampleContext context) {
        var started = System.nanoTime();
        var census = context.mode() == RunMode.SESSION ? asSession(context) : asApplication(context);
        context.progress().close();
        print(context, census, Duration.ofNanos(System.nanoTime() - started));
    }

    private static Census asSession(SampleContext context) {
        return context.inSession(Spark.session(NAME), ClassCensusJob::run);
    }

    private static Census asApplication(SampleContext context) {
        var name = NAME + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        var spec = Spark.application(name).mainClass(ClassCensusJob.class.getName());
        return Census.fromLog(context.runApplication(spec))
                .orElseThrow(() -> new IllegalStateException("the driver's log holds no result"));
    }

    private static void print(SampleContext context, Census census, Duration time) {
        var out = context.out();
        out.println(CensusReport.table(census));
        out.println(CensusReport.chart(census, context.width()));
        out.println("JDK of the executors: " + census.javaRuntime());
        out.printf(
                Locale.ROOT,
                "%s: %s on %s, %d classes, %d methods, %.1f s%n",
                NAME,
                context.mode().name(),
                context.where(),
                census.total().classes(),
                census.total().methods(),
                time.toMillis() / 1000.0);
    }
}
