package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.kubeflow.Step.Action;
import dev.kindling.embedded.internal.operator.work.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Suspension, another spec, and the end of a finished application's time. */
class HaltsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Seen NOTHING = new Seen(null, List.of(), false);
    private static final Seen DRIVER = new Seen(Pods.driver("Running", null), List.of(), true);
    private static final String SUSPEND = "suspend: true";

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SUSPENDING", "SUSPENDED", "COMPLETED", "FAILED"})
    void anyUnfinishedApplicationIsSuspended(ApplicationState state) {
        var step = step(running().in(state, null), DRIVER, SUSPEND);

        assertThat(step.status().state()).isEqualTo(ApplicationState.SUSPENDING);
        assertThat(step.action()).isEqualTo(Action.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED"})
    void aFinishedOneIsNot(ApplicationState state) {
        assertThat(step(running().in(state, null), DRIVER, SUSPEND).status().state())
                .isEqualTo(state);
    }

    @Test
    void suspendedIsWrittenWhileThePodIsStillThere() {
        var suspending = running().in(ApplicationState.SUSPENDING, null);
        var step = step(suspending, DRIVER, SUSPEND);

        assertThat(step.action()).isEqualTo(Action.DELETE_RESOURCES);
        assertThat(step.status().state()).isEqualTo(ApplicationState.SUSPENDED);
        assertThat(step.status().driverPod()).isEmpty();
        assertThat(step.status().executionAttempts()).isEqualTo(1);
        assertThat(step.events())
                .containsExactly(
                        Happening.warning("SparkApplicationSuspending", "SparkApplication nightly is suspending"));
        assertThat(step(step.status(), DRIVER, SUSPEND)).isEqualTo(Step.to(step.status()));
    }

    @Test
    void itIsResumedAfterItsPodIsGone() {
        var suspended = running().suspended();

        assertThat(step(suspended, NOTHING, SUSPEND).status()).isEqualTo(suspended);
        assertThat(step(suspended, DRIVER).status()).isEqualTo(suspended);
        assertThat(step(suspended, NOTHING).status().state()).isEqualTo(ApplicationState.RESUMING);
        assertThat(step(suspended, NOTHING).events())
                .containsExactly(
                        Happening.warning("SparkApplicationSuspended", "SparkApplication nightly is suspended"));
    }

    @Test
    void resumingIsAnotherAttempt() {
        var step = step(running().onlyIn(ApplicationState.RESUMING), NOTHING);

        assertThat(step.action()).isEqualTo(Action.SUBMIT);
        assertThat(step.events())
                .containsExactly(Happening.warning("SparkApplicationResuming", "SparkApplication nightly is resuming"));
        assertThat(step.status().submitting("nightly-driver", NOW).submitted().executionAttempts())
                .isEqualTo(2);
    }

    @Test
    void anotherSpecBeginsAnew() {
        var step = step(running().in(ApplicationState.INVALIDATING, "old"), DRIVER);
        var json = step.status().json();

        assertThat(step.action()).isEqualTo(Action.DELETE_RESOURCES);
        assertThat(step.status().state()).isEqualTo(ApplicationState.PENDING_RERUN);
        assertThat(json.has("executionAttempts")).isFalse();
        assertThat(json.has("submissionAttempts")).isFalse();
        assertThat(json.path("lastSubmissionAttemptTime").isNull()).isTrue();
    }

    @Test
    void suspensionAndTimeToLiveAreNotAnotherSpec() {
        var before = Applications.nightly();

        assertThat(Applications.nightly("suspend: true", "timeToLiveSeconds: 5").asksForAnother(before))
                .isFalse();
        assertThat(Applications.nightly("arguments: [x]").asksForAnother(before))
                .isTrue();
    }

    @Test
    void aFinishedApplicationLivesForItsTime() {
        var completed = running().in(ApplicationState.COMPLETED, null).terminatedAt(NOW.minusSeconds(4));

        assertThat(step(completed, NOTHING).again()).isEmpty();
        assertThat(step(completed, NOTHING, "timeToLiveSeconds: 10").again())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7)));
        assertThat(step(completed, NOTHING, "timeToLiveSeconds: 3").action()).isEqualTo(Action.DELETE_APPLICATION);
        assertThat(step(completed, NOTHING, "timeToLiveSeconds: 0").action()).isEqualTo(Action.DELETE_APPLICATION);
        assertThat(step(completed, NOTHING, "timeToLiveSeconds: -1").action()).isEqualTo(Action.DELETE_APPLICATION);
    }

    private static ApplicationStatus running() {
        return Applications.nightly()
                .status()
                .submitting("nightly-driver", NOW)
                .submitted()
                .ui("nightly-ui-svc", 4040, "nightly-ui-svc:4040")
                .in(ApplicationState.RUNNING, null);
    }

    private static Step step(ApplicationStatus status, Seen seen, String... fields) {
        return new Transitions(Transitions.GRACE).next(Applications.at(status, fields), seen, NOW);
    }
}
