package dev.kindling.shell;

import dev.kindling.shell.terminal.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells how many tasks are done; called by Spark as they end, so nothing polls. */
final class StageProgress extends SparkListener {
    private final Progress progress;
    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    StageProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        submitted.addAndGet(stage.stageInfo().numTasks());
        show();
    }

    /** A task that is lost with its executor ends too, and is tried again: only the good end counts. */
    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskInfo().successful()) {
            done.incrementAndGet();
            show();
        }
    }

    private void show() {
        progress.update("running: " + done + " of " + submitted + " tasks done");
    }
}
