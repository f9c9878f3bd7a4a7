package dev.kindling.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.rule.Doctor;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.errors.SparkCoreErrors;
import org.apache.spark.scheduler.JobFailed;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job that was cancelled has not failed; one whose task speaks of something that was cancelled has. */
class JobWatchTest {

    private final SessionEvidence evidence = SessionEvidence.of("etl", "words", new ExecutorLedger());

    static Stream<Exception> cancelled() {
        return Stream.of(
                SparkCoreErrors.sparkJobCancelled(0, "because Stage 0 was cancelled", null),
                SparkCoreErrors.sparkJobCancelled(1, "", null),
                SparkCoreErrors.sparkJobCancelledAsPartOfJobGroupError(2, "mine"),
                new SparkException("Job 3 cancelled because SparkContext was shut down"));
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void whatWasCancelledIsNoProblem(Exception cancelled) {
        end(cancelled);

        assertThat(evidence.memory().thrown()).isEmpty();
    }

    /** It was taken for a cancelled job, and nothing was told. */
    @Test
    void whatOnlySpeaksOfIt() {
        end(new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 0.0 failed 4 times, most recent failure:"
                        + " Lost task 0.3 in stage 0.0 (TID 3) (10.0.0.2 executor 1): java.lang.IllegalStateException:"
                        + " order 7 was cancelled"));

        assertThat(Doctor.examine(evidence.now(DriverPoint.UNKNOWN)).findings())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .contains("order 7 was cancelled");
    }

    private void end(Exception thrown) {
        new JobWatch(evidence).onJobEnd(new SparkListenerJobEnd(0, 0, new JobFailed(thrown)));
    }
}
