package dev.kindling.internal.session;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.JobFailed;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/** Remembers why the last job failed, until one succeeds: its exception is the driver's, and nobody may have kept it. */
final class JobWatch extends SparkListener {

    private static final String JOB = "the last job";

    private final SessionEvidence evidence;

    private JobWatch(SessionEvidence evidence) {
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

    /** On purpose, that is. */
    private static boolean isCancelled(JobFailed failed) {
        return String.valueOf(failed.exception().getMessage()).contains("cancelled");
    }
}
