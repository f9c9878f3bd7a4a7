package dev.kindling.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.RunningSession;
import dev.kindling.value.ExecutorPlan;
import java.time.Duration;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An executor that ends long after the start is explained by what it wrote last: its pod is gone two seconds later. */
@Tag("embedded")
class LastWordsIT {

    @Test
    void ofAnExecutorThatEndsInTheMiddleOfTheWork() {
        var spec = Spark.session("last-words")
                .executors(ExecutorPlan.of(1).memory("512m"))
                .conf("spark.task.maxFailures", "1")
                .jarOf(ExecutorJob.class);
        try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start();
                RunningSession session = spec.startOn(kubernetes.cluster())) {
            var rows = session.spark().range(1);

            assertThatThrownBy(() -> ExecutorJob.endingWith(rows, 77, "Error: the licence has expired")
                            .collectAsList())
                    .isInstanceOf(SparkException.class);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(session.diagnose().findings())
                            .filteredOn(finding -> finding.cause().equals("exit-code-77"))
                            .flatExtracting(Finding::evidence)
                            .extracting(Clue::said)
                            .anyMatch(said -> said.contains("the licence has expired")));
        }
    }
}
