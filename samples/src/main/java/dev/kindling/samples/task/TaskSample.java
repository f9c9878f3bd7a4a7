package dev.kindling.samples.task;

import dev.kindling.Spark;
import dev.kindling.shell.Sample;
import dev.kindling.shell.SampleContext;
import dev.kindling.storage.CodeStore;
import java.time.Duration;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** {@code kindling sample task}: a function of this class, in a driver and executors that have it from a store. */
public final class TaskSample implements Sample {
    private static final int NUMBERS = 10_000;

    @Override
    public String name() {
        return "task";
    }

    @Override
    public String summary() {
        return "runs a function as an application, and brings its result back";
    }

    @Override
    public boolean usesStore() {
        return true;
    }

    @Override
    public void run(SampleContext context) {
        var store = context.store();
        var spec = Spark.application("task")
                .s3(store.s3())
                .codeIn(CodeStore.at(store.folder("code")).keepUnused(Duration.ZERO));
        long primes = context.runTask(spec, spark -> primes(spark, NUMBERS));
        context.progress().close();
        context.out().println("task: on " + context.where() + ", " + primes + " primes below " + NUMBERS);
    }

    private static long primes(SparkSession spark, int below) {
        return spark.range(2, below)
                .as(Encoders.LONG())
                .filter((FilterFunction<Long>) TaskSample::isPrime)
                .count();
    }

    private static boolean isPrime(long number) {
        for (long divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
