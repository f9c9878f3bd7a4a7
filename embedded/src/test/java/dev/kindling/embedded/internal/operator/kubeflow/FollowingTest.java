package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.kubeflow.Step.Action;
import dev.kindling.embedded.internal.operator.work.Happening;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the submission to the end of the driver. */
class FollowingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.5Z");
    private static final ApplicationStatus SUBMITTED =
            Applications.nightly().status().submitting("nightly-driver", NOW).submitted();
    private static final ApplicationStatus RUNNING = SUBMITTED.in(ApplicationState.RUNNING, null);

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
    void theDriverDecides(String phase, Integer exitCode, ApplicationState expected) {
        var step = step(SUBMITTED, Pods.driver(phase, exitCode));

        assertThat(step.status().state()).isEqualTo(expected);
        assertThat(step.status().json().path("sparkApplicationId").asText()).isEqualTo("spark-1");
    }

    @Test
    void aFailureNamesExitCodeAndReason() {
        var status = step(SUBMITTED, Pods.driver("Failed", 137)).status();

        assertThat(status.errorMessage()).isEqualTo("driver container failed with ExitCode: 137, Reason: Error");
        assertThat(status.json().path("terminationTime").asText()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void aDriverThatEndsWithoutAContainerStatusIsAFailureToo() {
        assertThat(step(RUNNING, Pods.driver("Failed", null)).status().errorMessage())
                .isEqualTo("driver container status missing");
    }

    @Test
    void aVanishedDriverIsAFailure() {
        var status = step(RUNNING, null).status();

        assertThat(status.state()).isEqualTo(ApplicationState.FAILING);
        assertThat(status.errorMessage()).isEqualTo("driver pod not found");
        assertThat(status.termination()).isPresent();
    }

    @Test
    void aDriverIsNotMissedRightAfterItsSubmission() {
        var spared = Applications.at(SUBMITTED);
        var early = step(spared, null, NOW.plusSeconds(4));
        var late = step(spared, null, NOW.plusSeconds(11));

        assertThat(early.status()).isEqualTo(SUBMITTED);
        assertThat(early.again())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6)));
        assertThat(late.status().state()).isEqualTo(ApplicationState.FAILING);
    }

    @Test
    void theUiIsExposedWhileTheApplicationIsSubmitted() {
        assertThat(step(SUBMITTED, Pods.driver("Pending", null)).action()).isEqualTo(Action.EXPOSE_UI);
        assertThat(step(RUNNING, Pods.driver("Running", null)).action()).isEqualTo(Action.NOTHING);
    }

    @Test
    void changesOfTheDriverAreToldOnce() {
        assertThat(step(SUBMITTED, Pods.driver("Running", null)).events())
                .containsExactly(Happening.normal("SparkDriverRunning", "Driver nightly-driver is running"));
        assertThat(step(RUNNING, Pods.driver("Running", null)).events()).isEmpty();
        assertThat(step(RUNNING, Pods.driver("Failed", 1)).events())
                .containsExactly(Happening.warning("SparkDriverFailed", "Driver nightly-driver failed"));
    }

    @Test
    void executorsThatVanishAreUnknownWhileTheDriverRunsAndFailedAfterwards() {
        var running = step(SUBMITTED, Pods.driver("Running", null), Pods.executor(1, "Running", null));
        var without = step(running.status(), Pods.driver("Running", null));
        var ended = step(without.status(), Pods.driver("Succeeded", 0));

        assertThat(running.status().executors()).containsExactly(Map.entry("nightly-exec-1", "RUNNING"));
        assertThat(without.status().executors()).containsExactly(Map.entry("nightly-exec-1", "UNKNOWN"));
        assertThat(ended.status().executors()).containsExactly(Map.entry("nightly-exec-1", "FAILED"));
    }

    @Test
    void executorsThatVanishAfterTheEndHaveCompleted() {
        var running = step(SUBMITTED, Pods.driver("Running", null), Pods.executor(1, "Running", null));
        var completed = running.status().in(ApplicationState.COMPLETED, null);

        assertThat(step(completed, Pods.driver("Succeeded", 0)).status().executors())
                .containsExactly(Map.entry("nightly-exec-1", "COMPLETED"));
    }

    @Test
    void aFailedExecutorIsToldWithItsExitCode() {
        assertThat(step(RUNNING, Pods.driver("Running", null), Pods.executor(7, "Failed", 137))
                        .events())
                .containsExactly(Happening.warning(
                        "SparkExecutorFailed",
                        "Executor nightly-exec-7 failed with ExitCode: 137, Reason: Error, Pod Message: "));
    }

    @Test
    void noMoreThanAThousandExecutorsAreWrittenDown() {
        var step = step(
                RUNNING,
                Pods.driver("Running", null),
                Pods.executor(1_000, "Running", null),
                Pods.executor(1_001, "Running", null));

        assertThat(step.status().executors()).containsOnlyKeys("nightly-exec-1000");
    }

    private static Step step(ApplicationStatus status, Pod driver, Pod... executors) {
        return step(Applications.at(status), driver, NOW, executors);
    }

    private static Step step(Application application, Pod driver, Instant now, Pod... executors) {
        return new Transitions(Transitions.GRACE).next(application, new Seen(driver, List.of(executors), false), now);
    }
}
