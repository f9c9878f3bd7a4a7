package dev.kindling.shell.console.prompt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** The jobs that run now, in the status line; Spark calls it as tasks end, so nothing polls. */
final class JobProgress extends SparkListener {
    /** A terminal need not be written to for each of a thousand tasks in a second. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private final StatusLine line;
    private final RunningJobs jobs;
    private boolean drawsSoon;

    private JobProgress(StatusLine line, RunningJobs jobs) {
        this.line = line;
        this.jobs = jobs;
    }

    static JobProgress of(StatusLine line, SparkContext context) {
        int known = context.statusTracker().getExecutorInfos().length;
        return new JobProgress(line, new RunningJobs(context.isLocal() ? 1 : known - 1));
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        jobs.started(
                event.jobId(),
                CollectionConverters.asJava(event.stageInfos()).stream()
                        .map(stage -> stage.stageId())
                        .toList());
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
        jobs.stageStarted(event.stageInfo().stageId(), event.stageInfo().numTasks());
        draw();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        if (event.taskInfo().successful()) {
            jobs.taskDone(event.stageId());
            if (!drawsSoon) {
                drawsSoon = true;
                SOON.execute(this::draw);
            }
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
        jobs.ended(event.jobId());
        draw();
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded event) {
        jobs.executors(1);
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        jobs.executors(-1);
    }

    private synchronized void draw() {
        drawsSoon = false;
        line.show(jobs.toString());
    }
}
