package dev.kindling.internal.session;

import dev.kindling.internal.diagnosis.evidence.StageFacts;
import dev.kindling.internal.diagnosis.evidence.StageFacts.TaskFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.status.AppStatusStore;
import org.apache.spark.status.api.v1.StageData;
import org.apache.spark.status.api.v1.TaskData;
import org.apache.spark.status.api.v1.TaskMetricDistributions;
import org.apache.spark.status.api.v1.TaskMetrics;
import org.apache.spark.status.api.v1.TaskSorting;
import org.apache.spark.status.api.v1.TaskStatus;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** The stages that run, as evidence, from what Spark keeps for its own pages. */
final class RunningStages {

    /** More tasks than that at the same time are not all looked at. */
    private static final int TASKS = 200;

    private static final double[] MEDIAN = {0.5};

    private final AppStatusStore store;
    private final String run;

    private RunningStages(AppStatusStore store, String run) {
        this.store = store;
        this.run = run;
    }

    /** None once the context is stopped. */
    static List<StageFacts> of(SparkContext context) {
        if (context.isStopped()) {
            return List.of();
        }
        var stages = new RunningStages(context.statusStore(), context.appName());
        return CollectionConverters.asJava(stages.store.activeStages()).stream()
                .map(stages::facts)
                .toList();
    }

    private StageFacts facts(StageData stage) {
        var median = median(stage);
        return new StageFacts(
                run,
                stage.stageId(),
                stage.name(),
                age(stage.firstTaskLaunchedTime()),
                stage.numTasks(),
                stage.numCompleteTasks(),
                median.map(each -> first(each.executorRunTime())).orElse(0L),
                median.map(each -> first(each.inputMetrics().bytesRead())
                                + first(each.shuffleReadMetrics().readBytes()))
                        .orElse(0L),
                stage.inputBytes() + stage.shuffleReadBytes(),
                stage.diskBytesSpilled(),
                longest(stage));
    }

    private Optional<TaskMetricDistributions> median(StageData stage) {
        return OptionConverters.toJava(store.taskSummary(stage.stageId(), stage.attemptId(), MEDIAN));
    }

    private TaskFacts longest(StageData stage) {
        var running = store.taskList(
                stage.stageId(),
                stage.attemptId(),
                0,
                TASKS,
                TaskSorting.DECREASING_RUNTIME,
                List.of(TaskStatus.RUNNING));
        return CollectionConverters.asJava(running).stream()
                .map(RunningStages::facts)
                .max(Comparator.comparing(TaskFacts::millis))
                .orElse(TaskFacts.NONE);
    }

    private static TaskFacts facts(TaskData task) {
        var read = OptionConverters.toJava(task.taskMetrics()).map(RunningStages::read);
        var millis =
                Duration.between(task.launchTime().toInstant(), Instant.now()).toMillis();
        return new TaskFacts(task.index(), task.executorId(), millis, read.orElse(0L));
    }

    private static long read(TaskMetrics metrics) {
        var shuffled = metrics.shuffleReadMetrics();
        return metrics.inputMetrics().bytesRead() + shuffled.localBytesRead() + shuffled.remoteBytesRead();
    }

    private static long age(Option<Date> since) {
        return OptionConverters.toJava(since)
                .map(begin -> Duration.between(begin.toInstant(), Instant.now()).toMillis())
                .orElse(0L);
    }

    private static long first(scala.collection.immutable.IndexedSeq<Object> values) {
        return values.isEmpty() ? 0 : ((Double) values.head()).longValue();
    }
}
