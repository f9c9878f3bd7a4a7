package dev.kindling.internal.session;

import java.util.regex.Pattern;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.scheduler.JobFailed;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/** Remembers why the last job failed, until one succeeds: its exception is the driver's, and nobody may have kept it. */
final class JobWatch extends SparkListener {

    private static final String JOB = "the last job";

    /** What Spark calls it, whether a job, its stage, its group or its tag was cancelled. */
    private static final String CANCELLED = "SPARK_JOB_CANCELLED";

    /** It has no name of that kind where the context is stopped. */
    private static final Pattern SHUT_DOWN = Pattern.compile("Job \\d+ cancelled because SparkContext was shut down");

    private final SessionEvidence evidence;

    JobWatch(SessionEvidence evidence) {
        this.evidence = evidence;
    }

    static void begin(SparkContext context, SessionEvidence evidence) {
        context.addSparkListener(new JobWatch(evidence));
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        evidence.memory().forget(JOB);
        if (end.jobResult() instanceof JobFailed failed && !isCancelled(failed)) {
            evidence.thrown(JOB, failed.exception());
        }
    }

    /**
     * By somebody, or with its context. Not by a word of the message, which also holds what tasks have thrown: that an order
     * was cancelled, say.
     */
    private static boolean isCancelled(JobFailed failed) {
        return failed.exception() instanceof SparkThrowable thrown
                && (CANCELLED.equals(thrown.getCondition())
                        || SHUT_DOWN
                                .matcher(String.valueOf(failed.exception().getMessage()))
                                .matches());
    }
}
