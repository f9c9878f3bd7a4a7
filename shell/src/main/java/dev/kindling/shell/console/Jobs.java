package dev.kindling.shell.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.status.api.v1.JobData;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** The jobs that Spark remembers. */
final class Jobs {
    private Jobs() {}

    /** The latest last. */
    static List<JobStatus> of(SparkContext context) {
        return CollectionConverters.asJava(context.statusStore().jobsList(null)).stream()
                .map(Jobs::status)
                .sorted(Comparator.comparingInt(JobStatus::id))
                .toList();
    }

    private static JobStatus status(JobData job) {
        var started = OptionConverters.toJava(job.submissionTime())
                .map(Date::toInstant)
                .orElse(Instant.EPOCH);
        var ended = OptionConverters.toJava(job.completionTime())
                .map(Date::toInstant)
                .orElseGet(Instant::now);
        return new JobStatus(
                job.jobId(),
                job.status().name(),
                started,
                Duration.between(started, ended),
                job.numCompletedTasks(),
                job.numTasks(),
                job.name());
    }
}
