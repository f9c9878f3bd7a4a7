package dev.kindling.internal.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.DriverPoint;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.diagnosis.evidence.SomePod;
import dev.kindling.internal.diagnosis.evidence.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pods of spark-submit alone: no resource says how the run ended, and failed executors may have been kept. */
class PlainRunsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final PodFacts LOST_ON_THE_WAY = pod("executor", 137, "Error");

    @Test
    void aDriverThatEndedWellNeedsNoExplanation() {
        assertThat(causes(pod("driver", 0, "Completed"), LOST_ON_THE_WAY)).isEmpty();
    }

    @Test
    void anotherRunOfTheSameNameDoes() {
        assertThat(causes(pod("driver", 0, "Completed"), pod("driver", 3, "Error")))
                .containsExactly("exit-code-3");
    }

    @Test
    void soDoesOneOfWhichAProcessWasKilled() {
        assertThat(causes(pod("driver", 0, "OOMKilled"))).containsExactly("driver-oom-killed");
    }

    @Test
    void withoutADriverNothingIsKnownOfTheEnd() {
        assertThat(causes(LOST_ON_THE_WAY)).containsExactly("exit-code-137");
    }

    private static List<String> causes(PodFacts... pods) {
        var evidence = Evidence.of(
                new Subject("namespace", "etl", ""), Map.of(), List.of(pods), List.of(), DriverPoint.UNKNOWN);
        return Doctor.examine(evidence).findings().stream().map(Finding::cause).toList();
    }

    private static PodFacts pod(String role, int exitCode, String reason) {
        var ended = new ContainerFacts("spark-kubernetes-" + role, false, "x:1", "ended", reason, "", exitCode, NOW);
        var phase = exitCode == 0 ? "Succeeded" : "Failed";
        return SomePod.of(role + exitCode, "nightly", role, "", NOW, phase, ended);
    }
}
