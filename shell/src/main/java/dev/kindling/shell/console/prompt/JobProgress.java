package dev.kindling.shell.console.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** The stages that run now, in the status line; Spark calls it as tasks end, so nothing polls. */
final class JobProgress extends SparkListener {
    private static final int BAR = 20;

    private final StatusLine line;
    private final SparkContext context;
    private final Map<Integer, Stage> stages = new LinkedHashMap<>();

    private record Stage(int done, int tasks) {
        Stage oneMore() {
            return new Stage(done + 1, tasks);
        }
    }

    JobProgress(StatusLine line, SparkContext context) {
        this.line = line;
        this.context = context;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
        stages.put(event.stageInfo().stageId(), new Stage(0, event.stageInfo().numTasks()));
        show();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        if (event.taskInfo().successful()) {
            stages.computeIfPresent(event.stageId(), (id, stage) -> stage.oneMore());
            show();
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
        stages.remove(event.stageInfo().stageId());
        show();
    }

    private void show() {
        var executors = Math.max(1, context.statusTracker().getExecutorInfos().length - (context.isLocal() ? 0 : 1));
        line.show(stages.entrySet().stream()
                        .map(each -> bar(each.getKey(), each.getValue()))
                        .collect(Collectors.joining("  "))
                + (stages.isEmpty() ? "" : "  on " + executors + (executors == 1 ? " executor" : " executors")));
    }

    private static String bar(int id, Stage stage) {
        int filled = stage.tasks() == 0 ? 0 : BAR * Math.min(stage.done(), stage.tasks()) / stage.tasks();
        return "stage " + id + " [" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] " + stage.done() + "/"
                + stage.tasks() + " tasks";
    }
}
