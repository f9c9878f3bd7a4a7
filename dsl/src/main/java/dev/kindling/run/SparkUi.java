package dev.kindling.run;

import java.net.URI;

/**
 * A Spark UI that a browser on this machine reaches: of a run, or of runs that have ended. It listens on loopback only
 * and asks nobody who they are, as Spark's own does. Thread-safe.
 *
 * <pre>{@code
 * static void show(SubmittedApplication run) throws InterruptedException {
 *     try (SparkUi ui = run.ui()) {
 *         System.out.println("open " + ui.uri());
 *         run.await(Duration.ofHours(1));
 *     }
 * }
 * }</pre>
 */
public interface SparkUi extends AutoCloseable {

    /** What to open in a browser, the same until {@link #close()}. */
    URI uri();

    /** Ends all connections and stops listening. Does nothing the second time. */
    @Override
    void close();
}
