package dev.kindling.value;

/**
 * What a schedule does when it is time for a run and the last one still goes on.
 *
 * <pre>{@code
 * ScheduleSpec nightly = Spark.schedule("nightly", "0 2 * * *", Spark.application("etl"))
 *         .concurrency(Concurrency.REPLACE);
 * }</pre>
 *
 * <p>Rule: {@code concurrencyPolicy} of Kubeflow's {@code ScheduledSparkApplication}. Left out, no second run would ever
 * start, so it is always written.
 */
public enum Concurrency {
    /** Both run. */
    ALLOW("Allow"),
    /** The new one is left out. */
    FORBID("Forbid"),
    /** The old one is ended. */
    REPLACE("Replace");

    private final String text;

    Concurrency(String text) {
        this.text = text;
    }

    /** As the resource says it. */
    @Override
    public String toString() {
        return text;
    }
}
