package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.kubeflow.Step.Action;
import dev.kindling.embedded.internal.operator.work.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the end of an attempt. */
class RetriesTest {

    private static final Instant SUBMITTED_AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ON_FAILURE =
            "restartPolicy: {type: OnFailure, onFailureRetries: 2, onFailureRetryInterval: 5}";
    private static final String ON_SUBMISSION_FAILURE =
            "restartPolicy: {type: OnFailure, onSubmissionFailureRetries: 1, onSubmissionFailureRetryInterval: 5}";
    private static final String ALWAYS =
            "restartPolicy: {type: Always, onFailureRetryInterval: 5, onSubmissionFailureRetryInterval: 5}";
    private static final Seen NOTHING = new Seen(null, List.of(), false);
    private static final Seen DRIVER = new Seen(Pods.driver("Failed", 1), List.of(), true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: Never}                                                              | SUCCEEDING        | 1 | COMPLETED",
                "{type: Never, onFailureRetries: 3, onFailureRetryInterval: 1}              | FAILING           | 1 | FAILED",
                "{type: OnFailure, onFailureRetries: 3, onFailureRetryInterval: 1}          | SUCCEEDING        | 1 | COMPLETED",
                "{type: OnFailure, onFailureRetries: 3, onFailureRetryInterval: 1}          | FAILING           | 3 | PENDING_RERUN",
                "{type: OnFailure, onFailureRetries: 3, onFailureRetryInterval: 1}          | FAILING           | 4 | FAILED",
                "{type: OnFailure, onFailureRetryInterval: 1}                               | FAILING           | 1 | FAILED",
                "{type: OnFailure, onSubmissionFailureRetryInterval: 1}                     | SUBMISSION_FAILED | 1 | FAILED",
                "{type: Always, onFailureRetryInterval: 1}                                  | FAILING           | 9 | PENDING_RERUN",
                "{type: Always}                                                             | SUCCEEDING        | 9 | PENDING_RERUN",
            })
    void thePolicyDecides(String policy, ApplicationState state, int attempts, ApplicationState expected) {
        var step = step(
                attempts(attempts).in(state, null),
                SUBMITTED_AT.plusSeconds(1_000),
                DRIVER,
                "restartPolicy: " + policy);

        assertThat(step.status().state()).isEqualTo(expected);
        assertThat(step.action())
                .isEqualTo(expected == ApplicationState.PENDING_RERUN ? Action.DELETE_RESOURCES : Action.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1", "1, 5, 0", "2, 5, 5", "2, 9, 1", "2, 30, 0"})
    void thePauseGrowsWithTheAttemptsAndCountsFromTheLastSubmission(int attempts, int secondsLater, int wait) {
        var failing = attempts(attempts).in(ApplicationState.FAILING, "driver container failed");
        var step = step(failing, SUBMITTED_AT.plusSeconds(secondsLater), DRIVER, ON_FAILURE);

        if (wait == 0) {
            assertThat(step.status().state()).isEqualTo(ApplicationState.PENDING_RERUN);
        } else {
            assertThat(step.status()).isEqualTo(failing);
            assertThat(step.again()).hasValue(Duration.ofSeconds(wait));
        }
    }

    @Test
    void withoutAnIntervalTheApplicationHangs() {
        var failing = attempts(1).in(ApplicationState.FAILING, "driver container failed");
        var step = step(failing, SUBMITTED_AT.plusSeconds(900), DRIVER, "restartPolicy: {type: Always}");

        assertThat(step).isEqualTo(Step.to(failing));
    }

    @Test
    void aRerunForgetsTheAttemptAndGoesOnCounting() {
        var failing = attempts(2)
                .sparkApplicationId("spark-1")
                .executors(java.util.Map.of("e-1", "RUNNING"))
                .ui("nightly-ui-svc", 4040, "10.0.0.1:4040")
                .terminatedAt(SUBMITTED_AT)
                .in(ApplicationState.FAILING, "driver container failed");
        var json = step(failing, SUBMITTED_AT.plusSeconds(900), DRIVER, ON_FAILURE)
                .status()
                .json();

        assertThat(json.path("driverInfo").isObject()).isTrue();
        assertThat(json.path("driverInfo")).isEmpty();
        assertThat(json.path("terminationTime").isNull()).isTrue();
        assertThat(json.has("sparkApplicationId")).isFalse();
        assertThat(json.has("executorState")).isFalse();
        assertThat(json.at("/applicationState").has("errorMessage")).isFalse();
        assertThat(json.path("executionAttempts").asInt()).isEqualTo(2);
        assertThat(json.path("submissionID").asText()).isEqualTo(failing.submissionId());
    }

    @Test
    void theNextAttemptWaitsUntilTheOldPodIsGone() {
        var pending = attempts(1).pendingRerun();
        var waiting = step(pending, SUBMITTED_AT, DRIVER, ON_FAILURE);
        var due = step(pending, SUBMITTED_AT, NOTHING, ON_FAILURE);

        assertThat(waiting).isEqualTo(Step.to(pending));
        assertThat(due.action()).isEqualTo(Action.SUBMIT);
        assertThat(due.events())
                .containsExactly(
                        Happening.warning("SparkApplicationPendingRerun", "SparkApplication nightly is pending rerun"));
    }

    @Test
    void aFailedSubmissionIsRepeatedWithoutAStateBetween() {
        var failed = attempts(1).in(ApplicationState.SUBMISSION_FAILED, "no luck");

        assertThat(step(failed, SUBMITTED_AT.plusSeconds(4), NOTHING, ON_SUBMISSION_FAILURE)
                        .again())
                .hasValue(Duration.ofSeconds(1));
        assertThat(step(failed, SUBMITTED_AT.plusSeconds(5), NOTHING, ON_SUBMISSION_FAILURE)
                        .action())
                .isEqualTo(Action.SUBMIT);
        assertThat(step(failed, SUBMITTED_AT.plusSeconds(5), DRIVER, ON_SUBMISSION_FAILURE)
                        .action())
                .isEqualTo(Action.DELETE_RESOURCES);
        assertThat(step(failed, SUBMITTED_AT.plusSeconds(5), NOTHING, ALWAYS).action())
                .isEqualTo(Action.SUBMIT);
    }

    @Test
    void theLastFailedSubmissionIsTheEnd() {
        var failed = attempts(2).in(ApplicationState.SUBMISSION_FAILED, "no luck");
        var step = step(failed, SUBMITTED_AT.plusSeconds(50), NOTHING, ON_SUBMISSION_FAILURE);

        assertThat(step.status().state()).isEqualTo(ApplicationState.FAILED);
        assertThat(step.status().errorMessage()).isEqualTo("no luck");
        assertThat(step.status().termination()).isPresent();
        assertThat(step.events())
                .containsExactly(
                        Happening.warning("SparkApplicationFailed", "SparkApplication nightly failed: no luck"));
    }

    private static ApplicationStatus attempts(int number) {
        var status = Applications.nightly().status();
        for (var i = 0; i < number; i++) {
            status = status.submitting("nightly-driver", SUBMITTED_AT).submitted();
        }
        return status;
    }

    private static Step step(ApplicationStatus status, Instant now, Seen seen, String... fields) {
        return new Transitions(Transitions.GRACE).next(Applications.at(status, fields), seen, now);
    }
}
