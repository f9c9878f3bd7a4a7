package dev.kindling.embedded.internal.operator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.operator.apache.Step.Action;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the submission to the end of an attempt. */
class TransitionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final AppStatus SUBMITTED = AppStatus.submitted(NOW);

    @Test
    void theFirstAttemptIsMadeAtOnce() {
        assertThat(step(SUBMITTED, null).action()).isEqualTo(Action.REQUEST_DRIVER);
        assertThat(SUBMITTED
                        .json()
                        .at("/stateTransitionHistory/0/currentStateSummary")
                        .asText())
                .isEqualTo("Submitted");
    }

    @Test
    void oneLookMayFindTwoStates() {
        var step = step(at(Summary.DriverRequested), Pods.running());

        assertThat(summaries(step)).endsWith(Summary.DriverStarted, Summary.DriverReady);
    }

    @Test
    void healthMeansNothingWithoutAnInstanceConfig() {
        assertThat(summaries(step(at(Summary.DriverReady), Pods.running()))).endsWith(Summary.RunningHealthy);
    }

    @ParameterizedTest
    @CsvSource({
        "DriverReady,                        0, DriverReady",
        "DriverReady,                        1, InitializedBelowThresholdExecutors",
        "DriverReady,                        2, RunningWithPartialCapacity",
        "DriverReady,                        4, RunningHealthy",
        "RunningHealthy,                     0, RunningWithBelowThresholdExecutors",
        "RunningWithBelowThresholdExecutors, 1, RunningWithPartialCapacity",
    })
    void executorsAreCountedWhereTheyAreAskedFor(Summary state, int ready, Summary expected) {
        var application =
                Applications.tolerating("instanceConfig: {initExecutors: 2, minExecutors: 1, maxExecutors: 4}");
        var step = step(application, at(state), new Seen(Pods.running(), ready, true), NOW);

        assertThat(step.status().summary()).isEqualTo(expected);
    }

    @Test
    void anEndIsToldWithTheDriversStatus() {
        var failed = step(at(Summary.RunningHealthy), Pods.ended("Failed", 101))
                .status()
                .current();

        assertThat(failed.summary()).isEqualTo(Summary.Failed);
        assertThat(failed.message()).contains("failed critical container");
        assertThat(failed.driver()
                        .at("/containerStatuses/0/state/terminated/exitCode")
                        .asInt())
                .isEqualTo(101);
        assertThat(step(at(Summary.RunningHealthy), Pods.ended("Running", 0))
                        .status()
                        .summary())
                .isEqualTo(Summary.Succeeded);
    }

    @Test
    void anEndBeforeAnybodySawTheDriverComeUpIsToldTwice() {
        assertThat(summaries(step(at(Summary.DriverRequested), Pods.ended("Failed", 1))))
                .endsWith(Summary.Failed, Summary.Failed);
        assertThat(summaries(step(at(Summary.DriverRequested), Pods.ended("Succeeded", 0))))
                .endsWith(Summary.Failed, Summary.Succeeded);
    }

    @ParameterizedTest
    @CsvSource({
        "DriverRequested,                    DriverStartTimedOut",
        "DriverReady,                        ExecutorsStartTimedOut",
        "InitializedBelowThresholdExecutors, ExecutorsStartTimedOut",
    })
    void patienceEnds(Summary state, Summary expected) {
        var application = Applications.tolerating("instanceConfig: {initExecutors: 2}, applicationTimeoutConfig:"
                + " {driverStartTimeoutMillis: 1000, executorStartTimeoutMillis: 1000}");
        var driver = state == Summary.DriverRequested ? Pods.pending() : Pods.running();
        var ready = state == Summary.InitializedBelowThresholdExecutors ? 1 : 0;
        var seen = new Seen(driver, ready, true);

        assertThat(step(application, at(state), seen, NOW).again()).isPresent();
        assertThat(step(application, at(state), seen, NOW.plusMillis(1_001))
                        .status()
                        .summary())
                .isEqualTo(expected);
    }

    @Test
    void aMissingDriverIsMissedAfterAWhile() {
        assertThat(step(at(Summary.RunningHealthy), null).again()).hasValue(Transitions.GRACE);
        var late = step(
                Applications.nightly(),
                at(Summary.RunningHealthy),
                new Seen(null, 0, true),
                NOW.plus(Transitions.GRACE));

        assertThat(late.status().summary()).isEqualTo(Summary.Failed);
        assertThat(late.status().current().message()).startsWith("Driver removed.");
    }

    @Test
    void clientModeIsRefusedOnce() {
        var application = Applications.nightly("deploymentMode: ClientMode");
        var refused = step(application, SUBMITTED, new Seen(null, 0, true), NOW).status();

        assertThat(refused.current().message()).isEqualTo("Client mode is not supported yet.");
        assertThat(step(application, refused, new Seen(null, 0, true), NOW)).isEqualTo(Step.to(refused));
    }

    @ParameterizedTest
    @EnumSource(names = {"Submitted", "RunningHealthy", "Failed", "TerminatedWithoutReleaseResources"})
    void whoIsDeletedIsReleasedFirst(Summary state) {
        var application = Applications.deleted("deploymentMode: ClientMode");
        var step = step(application, at(state), new Seen(Pods.running(), 0, true), NOW);

        assertThat(step.action()).isEqualTo(Action.RELEASE_RESOURCES);
        assertThat(step.status().current().message()).isEqualTo("Spark application has been shutdown as requested.");
        assertThat(step(application, step.status(), new Seen(null, 0, true), NOW)
                        .action())
                .isEqualTo(Action.LET_GO);
    }

    @Test
    void keysOfTheHistoryAreSortedAsText() {
        var status = SUBMITTED;
        for (var i = 0; i < 10; i++) {
            status = status.then(AppState.of(Summary.RunningHealthy, NOW, null));
        }
        var json = status.json();

        assertThat(json.path("stateTransitionHistory").fieldNames())
                .toIterable()
                .startsWith("0", "1", "10", "2");
        assertThat(AppStatus.read(json)).hasValue(status);
    }

    private static AppStatus at(Summary summary) {
        return SUBMITTED.then(AppState.of(summary, NOW, null));
    }

    private static List<Summary> summaries(Step step) {
        return step.status().history().values().stream().map(AppState::summary).toList();
    }

    private static Step step(AppStatus status, Pod driver) {
        return step(Applications.nightly(), status, new Seen(driver, 0, true), NOW);
    }

    private static Step step(Application application, AppStatus status, Seen seen, Instant now) {
        return new Transitions(Transitions.GRACE).next(application, status, seen, now);
    }
}
