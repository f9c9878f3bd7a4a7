package dev.kindling.shell.life;

import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** What the applications of these tests run: so many rounds of a second, then an exception if one is named. */
public final class RoundsJob {
    private RoundsJob() {}

    public static void main(String[] arguments) throws Exception {
        try (var spark = SparkSession.builder().getOrCreate()) {
            for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
                System.out.println("round " + round + " of " + spark.range(100).count());
                TimeUnit.SECONDS.sleep(1);
            }
        }
        if (arguments.length > 1) {
            throw new IllegalStateException(arguments[1]);
        }
    }
}
