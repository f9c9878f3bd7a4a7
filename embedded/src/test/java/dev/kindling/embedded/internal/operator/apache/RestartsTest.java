package dev.kindling.embedded.internal.operator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.apache.Step.Action;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the end of an attempt: another one, or the end with or without its resources. */
class RestartsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Never,                   Succeeded,           ResourceReleased",
        "Never,                   Failed,              ResourceReleased",
        "OnFailure,               Succeeded,           ResourceReleased",
        "OnFailure,               Failed,              ScheduledToRestart",
        "OnFailure,               DriverEvicted,       ScheduledToRestart",
        "OnFailure,               SchedulingFailure,   ScheduledToRestart",
        "OnInfrastructureFailure, Failed,              ResourceReleased",
        "OnInfrastructureFailure, DriverStartTimedOut, ScheduledToRestart",
        "OnInfrastructureFailure, DriverReadyTimedOut, ResourceReleased",
        "Always,                  Succeeded,           ScheduledToRestart",
    })
    void thePolicyDecides(String policy, Summary end, Summary expected) {
        var step = step("restartConfig: {restartPolicy: " + policy + "}", ended(end));

        assertThat(step.action()).isEqualTo(Action.RELEASE_RESOURCES);
        assertThat(step.status().summary()).isEqualTo(expected);
    }

    @Test
    void theNumbersGoOnAndTheHistoryIsKeptAside() {
        var failed = ended(Summary.Failed);
        var json = step("restartConfig: {restartPolicy: OnFailure}", failed)
                .status()
                .json();

        assertThat(json.path("stateTransitionHistory").fieldNames())
                .toIterable()
                .containsExactly("2");
        assertThat(json.at("/previousAttemptSummary/stateTransitionHistory/1/currentStateSummary")
                        .asText())
                .isEqualTo("Failed");
        assertThat(json.at("/previousAttemptSummary/attemptInfo/id").asInt()).isZero();
        assertThat(json.at("/currentAttemptSummary/attemptInfo/id").asInt()).isEqualTo(1);
        assertThat(json.at("/currentAttemptSummary/attemptInfo/failureRestartCounter")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "restartBackoffMillis: 1000,                                       Failed,            1000",
        "restartBackoffMillis: 1000,                                       SchedulingFailure, 1000",
        "restartBackoffMillisForFailure: 50,                               Failed,            50",
        "restartBackoffMillisForSchedulingFailure: 70,                     SchedulingFailure, 70",
        "maxRestartAttempts: 9,                                            Failed,            30000",
    })
    void theNextAttemptIsMadeAfterAPause(String field, Summary end, long millis) {
        var rule = "restartConfig: {restartPolicy: OnFailure, " + field + "}";
        var waiting = step(rule, ended(end)).status();

        assertThat(step(rule, waiting).again()).hasValue(Duration.ofMillis(millis));
        assertThat(step(rule, waiting, NOW.plusMillis(millis)).action()).isEqualTo(Action.REQUEST_DRIVER);
    }

    @Test
    void attemptsAreLimited() {
        var rule = "restartConfig: {restartPolicy: Always, maxRestartAttempts: 1}";
        var second = step(rule, ended(Summary.Succeeded)).status().then(AppState.of(Summary.Succeeded, NOW, null));
        var step = step(rule, second);

        assertThat(step.status().summary()).isEqualTo(Summary.ResourceReleased);
        assertThat(step.status().current().message())
                .isEqualTo("The maximum number of restart attempts (1) has been exceeded.");
    }

    @Test
    void failuresInARowHaveTheirOwnLimit() {
        var rule = "restartConfig: {restartPolicy: Always, maxRestartAttempts: 9, maxRestartOnFailure: 1}";
        var once = step(rule, ended(Summary.Failed)).status();

        assertThat(step(rule, once.then(AppState.of(Summary.Failed, NOW, null)))
                        .status()
                        .current()
                        .message())
                .isEqualTo("The maximum number of restart attempts on consecutive failures (1) has been exceeded.");
        assertThat(step(rule, once.then(AppState.of(Summary.Succeeded, NOW, null)))
                        .status()
                        .attempt())
                .isEqualTo(new Attempt(2, 2, 0, 0));
    }

    @Test
    void aLongAttemptForgivesEarlierOnes() {
        var rule = "restartConfig: {restartPolicy: Always, maxRestartAttempts: 1, restartCounterResetMillis: 1000}";
        var second = step(rule, ended(Summary.Succeeded)).status();
        var late = second.then(AppState.of(Summary.Succeeded, NOW.plusSeconds(2), null));

        assertThat(step(rule, late).status().attempt()).isEqualTo(new Attempt(2, 1, 0, 0));
    }

    @Test
    void retentionKeepsWhatNobodyRestarts() {
        var kept = step("resourceRetainPolicy: OnFailure", ended(Summary.Failed));
        var forced = step(
                "resourceRetainPolicy: Always, restartConfig: {restartPolicy: OnFailure}", ended(Summary.Succeeded));

        assertThat(kept.status().summary()).isEqualTo(Summary.TerminatedWithoutReleaseResources);
        assertThat(kept.action()).isEqualTo(Action.NOTHING);
        assertThat(step("resourceRetainPolicy: OnFailure", ended(Summary.Succeeded))
                        .status()
                        .summary())
                .isEqualTo(Summary.ResourceReleased);
        assertThat(forced.status().summary()).isEqualTo(Summary.TerminatedWithoutReleaseResources);
        assertThat(forced.action()).isEqualTo(Action.RELEASE_RESOURCES);
        assertThat(forced.status().current().message()).endsWith("would be force released.");
    }

    @ParameterizedTest
    @CsvSource({
        "resourceRetainDurationMillis: 1000,                           1000",
        "ttlAfterStopMillis: 500,                                      500",
        "'resourceRetainDurationMillis: 1000, ttlAfterStopMillis: 500', 500",
    })
    void retentionEnds(String fields, long millis) {
        var kept = ended(Summary.Failed).then(AppState.of(Summary.TerminatedWithoutReleaseResources, NOW, "kept"));

        assertThat(step(fields, kept, NOW).again()).hasValue(Duration.ofMillis(millis + 1));
        assertThat(step(fields, kept, NOW.plusMillis(millis + 1)).action()).isEqualTo(Action.RELEASE_RESOURCES);
        assertThat(step(fields, kept, NOW.plusMillis(millis + 1)).status().summary())
                .isEqualTo(Summary.ResourceReleased);
    }

    @Test
    void theApplicationLivesForItsTimeAfterItsEnd() {
        var released = ended(Summary.Succeeded).then(AppState.of(Summary.ResourceReleased, NOW.plusSeconds(9), null));

        assertThat(step("", released)).isEqualTo(Step.to(released));
        assertThat(step("ttlAfterStopMillis: 1000", released).again()).isPresent();
        assertThat(step("ttlAfterStopMillis: 1000", released, NOW.plusMillis(1_001))
                        .action())
                .isEqualTo(Action.DELETE_APPLICATION);
    }

    @Test
    void whatCannotEvenBeBuiltIsNotRestarted() {
        var application = Applications.tolerating("restartConfig: {restartPolicy: Always}");
        var step = new Transitions(Transitions.GRACE)
                .next(application, ended(Summary.SchedulingFailure), new Seen(null, 0, false), NOW);

        assertThat(step.status().summary()).isEqualTo(Summary.ResourceReleased);
        assertThat(step.status().current().message()).startsWith("Cannot build Spark spec");
    }

    private static AppStatus ended(Summary summary) {
        return AppStatus.submitted(NOW).then(AppState.of(summary, NOW, null));
    }

    private static Step step(String tolerations, AppStatus status) {
        return step(tolerations, status, NOW);
    }

    private static Step step(String tolerations, AppStatus status, Instant now) {
        return new Transitions(Transitions.GRACE)
                .next(Applications.tolerating(tolerations), status, new Seen(null, 0, true), now);
    }
}
