package dev.kindling.embedded.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.5Z");
    private static final ApplicationStatus SUBMITTED =
            Applications.nightly().status().submitting("nightly-driver", NOW).submitted();

    @ParameterizedTest
    @CsvSource({
        "Pending,   , SUBMITTED",
        "Running,   , RUNNING",
        "Running,   0, SUCCEEDING",
        "Running,   1, FAILING",
        "Succeeded, 0, SUCCEEDING",
        "Failed,    0, SUCCEEDING",
        "Failed,  137, FAILING",
        "Failed,     , FAILING",
        "Strange,    , UNKNOWN",
    })
    void followsTheDriver(String phase, Integer exitCode, ApplicationState expected) {
        var status = Progress.of(SUBMITTED, driver(phase, exitCode), List.of(), NOW);

        assertThat(status.state()).isEqualTo(expected);
        assertThat(status.json().path("sparkApplicationId").asText()).isEqualTo("spark-1");
    }

    @Test
    void aFailureNamesExitCodeAndReason() {
        var status = Progress.of(SUBMITTED, driver("Failed", 137), List.of(), NOW);

        assertThat(status.json().at("/applicationState/errorMessage").asText())
                .isEqualTo("driver container failed with ExitCode: 137, Reason: Error");
        assertThat(status.json().path("terminationTime").asText()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void theMessageOutlivesTheStepToFailed() {
        var failed = Progress.settled(Progress.of(SUBMITTED, driver("Failed", 1), List.of(), NOW), NOW)
                .orElseThrow();

        assertThat(failed.state()).isEqualTo(ApplicationState.FAILED);
        assertThat(failed.json().at("/applicationState/errorMessage").asText()).contains("ExitCode: 1");
    }

    @Test
    void aVanishedDriverIsAFailure() {
        var status = Progress.of(SUBMITTED, null, List.of(), NOW);

        assertThat(status.state()).isEqualTo(ApplicationState.FAILING);
        assertThat(status.json().at("/applicationState/errorMessage").asText()).isEqualTo("driver pod not found");
    }

    @Test
    void executorsThatVanishAreUnknownWhileTheDriverRunsAndFailedAfterwards() {
        var running = Progress.of(SUBMITTED, driver("Running", null), List.of(executor("Running")), NOW);
        var without = Progress.of(running, driver("Running", null), List.of(), NOW);
        var ended = Progress.of(without, driver("Succeeded", 0), List.of(), NOW);

        assertThat(running.executors()).containsExactly(Map.entry("nightly-exec-1", "RUNNING"));
        assertThat(without.executors()).containsExactly(Map.entry("nightly-exec-1", "UNKNOWN"));
        assertThat(ended.executors()).containsExactly(Map.entry("nightly-exec-1", "FAILED"));
    }

    @Test
    void nothingFollowsAFinalState() {
        assertThat(Progress.settled(SUBMITTED.in(ApplicationState.COMPLETED, null), NOW))
                .isEmpty();
        assertThat(Progress.settled(SUBMITTED.in(ApplicationState.FAILED, null), NOW))
                .isEmpty();
    }

    private static Pod executor(String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("nightly-exec-1")
                .endMetadata()
                .withNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }

    private static Pod driver(String phase, Integer exitCode) {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("nightly-driver")
                .withLabels(Map.of("spark-app-selector", "spark-1"))
                .endMetadata()
                .withNewStatus()
                .withPhase(phase)
                .endStatus();
        if (exitCode == null) {
            return pod.build();
        }
        return pod.editStatus()
                .addNewContainerStatus()
                .withName("spark-kubernetes-driver")
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason("Error")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
