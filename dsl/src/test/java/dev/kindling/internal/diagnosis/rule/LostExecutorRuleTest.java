package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.SomePod;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.diagnosis.evidence.ThrownFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words are those of Spark 4.1.1 when an executor ends in the middle of a task. */
class LostExecutorRuleTest {

    private static final String THROWN =
            """
            org.apache.spark.SparkException: Job aborted due to stage failure: Task 1 in stage 0.0 failed 1 times, most recent failure: Lost task 1.0 in stage 0.0 (TID 1) (10.88.0.7 executor 1): ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason:\s
            The executor with id 1 exited with exit code 77(unexpected).
            """;

    @Test
    void howTheExecutorEndedIsToldAndWhatItWroteLast() {
        assertThat(examined(List.of(pod())).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo("exit-code-77");
            assertThat(finding.evidence())
                    .extracting(Clue::said)
                    .anyMatch(said -> said.equals("Error: the licence has expired"))
                    .anyMatch(said -> said.endsWith("exited with exit code 77(unexpected)."));
        });
    }

    @Test
    void withoutItsPodSparksOwnWordsAreTold() {
        assertThat(examined(List.of()).findings())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo(
                        "A job ended with its executor 1: The executor with id 1 exited with exit code 77(unexpected).");
    }

    private static Diagnosis examined(List<PodFacts> pods) {
        var thrown = new ThrownFacts("words", "the last job", THROWN, Instant.now());
        return Doctor.examine(Evidence.of(
                        new Subject("session", "etl", "words"), Map.of(), pods, List.of(thrown), DriverPoint.UNKNOWN)
                .logs(List.of(
                        new LogFacts("words-exec-1", "words", "executor", true, "Error: the licence has expired\n"))));
    }

    private static PodFacts pod() {
        var now = Instant.now();
        var ended = new ContainerFacts("spark-kubernetes-executor", false, "spark", "ended", "Error", "", 77, now);
        return SomePod.of("words-exec-1", "words", "executor", "1", now, "Failed", ended);
    }
}
