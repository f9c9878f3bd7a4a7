package dev.kindling.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import dev.kindling.target.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the status of either operator means, by sequences that were seen on a real cluster. */
class StatusTest {

    static final List<Dialect> DIALECTS = Dialect.OF_OPERATORS;

    private static final Dialect KUBEFLOW = Dialect.of(Operator.kubeflow());
    private static final Dialect APACHE = Dialect.of(Operator.apache());
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @FieldSource("DIALECTS")
    void noStatusMeansThatNobodyHasLookedAtItYet(Dialect dialect) throws JsonProcessingException {
        assertThat(dialect.read(json("{'metadata': {'name': 'a'}}"), NOW)).isEqualTo(RunStatus.NOTHING);
        assertThat(dialect.read(json("{'status': {}}"), NOW).state()).isEqualTo(ApplicationState.NEW);
    }

    @Test
    void aScheduleSaysWhetherItCouldBeRead() throws JsonProcessingException {
        var refused = "{'status': {'scheduleState': 'FailedValidation', 'reason': 'Expected 5 fields'}}";

        assertThat(Dialect.OF_SCHEDULES
                        .read(json("{'spec': {'suspend': true}}"), NOW)
                        .state())
                .isEqualTo(ApplicationState.NEW);
        assertThat(Dialect.OF_SCHEDULES.read(json(refused), NOW).state())
                .isEqualTo(new ApplicationState("FailedValidation", "Expected 5 fields", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBMITTED",
                "RUNNING",
                "SUCCEEDING",
                "FAILING",
                "SUBMISSION_FAILED",
                "PENDING_RERUN",
                "INVALIDATING",
                "SUSPENDING",
                "SUSPENDED",
                "RESUMING",
                "UNKNOWN",
                "SOMETHING_NEW"
            })
    void onlyTwoStatesOfKubeflowAreFinal(String name) throws JsonProcessingException {
        var seen = KUBEFLOW.read(kubeflow(name, 1, ""), NOW);

        assertThat(seen.state()).isEqualTo(new ApplicationState(name, "", false));
        assertThat(seen.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void kubeflowEndsWithCompletedOrFailed() throws JsonProcessingException {
        var completed = KUBEFLOW.read(kubeflow("COMPLETED", 3, ""), NOW);
        var failed =
                KUBEFLOW.read(kubeflow("FAILED", 2, "driver container failed with ExitCode: 101, Reason: Error"), NOW);

        assertThat(completed.verdict()).isEqualTo(Verdict.SUCCEEDED);
        assertThat(completed.attempts()).isEqualTo(3);
        assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(failed.exitCode()).hasValue(101);
        assertThat(failed.state().message()).startsWith("driver container failed");
    }

    /** Two attempts, as a watcher saw them; PENDING_RERUN still has the failed attempt's id. */
    @Test
    void everyStateOfKubeflowIsToldOnce() throws JsonProcessingException {
        var failure = "driver container failed with ExitCode: 1, Reason: Error";
        var told = told(
                KUBEFLOW,
                "{'metadata': {'name': 'a'}}",
                text(kubeflow("SUBMITTED", 1, "")),
                text(kubeflow("RUNNING", 1, "")),
                text(kubeflow("RUNNING", 1, "")),
                text(kubeflow("FAILING", 1, failure)),
                text(kubeflow("PENDING_RERUN", 1, failure)),
                text(kubeflow("SUBMITTED", 2, "")),
                text(kubeflow("RUNNING", 2, "")),
                text(kubeflow("SUCCEEDING", 2, "")),
                text(kubeflow("COMPLETED", 2, "")));

        assertThat(told)
                .extracting(change -> change.attempt() + " " + change.state().name())
                .containsExactly(
                        "1 SUBMITTED",
                        "1 RUNNING",
                        "1 FAILING",
                        "1 PENDING_RERUN",
                        "2 SUBMITTED",
                        "2 RUNNING",
                        "2 SUCCEEDING",
                        "2 COMPLETED");
    }

    @ParameterizedTest
    @CsvSource({"Succeeded, SUCCEEDED", "Failed, FAILED", "DriverStartTimedOut, FAILED", "SchedulingFailure, FAILED"})
    void apachesOutcomeIsTheLastStoppingState(String stopping, Verdict verdict) throws JsonProcessingException {
        var seen = APACHE.read(
                apache(
                        "ResourceReleased",
                        """
                        '10': {'currentStateSummary': 'ResourceReleased'},
                        '9': {'currentStateSummary': '%s', 'message': 'why'},
                        '5': {'currentStateSummary': 'Failed'},
                        '6': {'currentStateSummary': 'ScheduledToRestart'}"""
                                .formatted(stopping)),
                NOW);

        assertThat(seen.state().isFinal()).isTrue();
        assertThat(seen.verdict()).isEqualTo(verdict);
        assertThat(seen.state().message()).isEqualTo(verdict == Verdict.SUCCEEDED ? "" : stopping + ": why");
    }

    @Test
    void apacheFailedIsNotTheEnd() throws JsonProcessingException {
        var seen = APACHE.read(apache("Failed", "'4': {'currentStateSummary': 'Failed', 'message': 'm'}"), NOW);

        assertThat(seen.state()).isEqualTo(new ApplicationState("Failed", "m", false));
        assertThat(seen.verdict()).isEqualTo(Verdict.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'0': {'currentStateSummary': 'Submitted'}, '1': {'currentStateSummary': 'ResourceReleased'}",
                "'4': {'currentStateSummary': 'Failed'}, '5': {'currentStateSummary': 'ScheduledToRestart'}, "
                        + "'6': {'currentStateSummary': 'DriverRequested'}, "
                        + "'7': {'currentStateSummary': 'ResourceReleased'}"
            })
    void apacheWithoutAStoppingStateBeforeItsEndWasShutDown(String history) throws JsonProcessingException {
        assertThat(APACHE.read(apache("ResourceReleased", history), NOW).verdict())
                .isEqualTo(Verdict.SHUT_DOWN);
    }

    @Test
    void aDriverThatIsRetainedEndsTwiceWithTheSameOutcome() throws JsonProcessingException {
        var seen = APACHE.read(
                apache(
                        "ResourceReleased",
                        """
                        '4': {'currentStateSummary': 'Succeeded'},
                        '5': {'currentStateSummary': 'TerminatedWithoutReleaseResources'},
                        '6': {'currentStateSummary': 'ResourceReleased'}"""),
                NOW);

        assertThat(seen.verdict()).isEqualTo(Verdict.SUCCEEDED);
    }

    /** Several states go out in one update, and at a restart the first attempt's part moves elsewhere. */
    @Test
    void everyStateOfApacheIsToldOnceInOrder() throws JsonProcessingException {
        var first = "'0': {'currentStateSummary': 'Submitted'}, '1': {'currentStateSummary': 'DriverRequested'}";
        var failed = first + ", '2': {'currentStateSummary': 'RunningHealthy'}, '3': {'currentStateSummary': 'Failed'}";
        var restarted =
                """
                {'metadata': {'name': 'a'}, 'status': {
                  'currentState': {'currentStateSummary': 'DriverRequested'},
                  'currentAttemptSummary': {'attemptInfo': {'id': 1}},
                  'previousAttemptSummary': {'attemptInfo': {'id': 0}, 'stateTransitionHistory': {%s}},
                  'stateTransitionHistory': {'4': {'currentStateSummary': 'ScheduledToRestart'},
                    '5': {'currentStateSummary': 'DriverRequested'}}}}"""
                        .formatted(failed);

        var told = told(APACHE, text(apache("DriverRequested", first)), text(apache("Failed", failed)), restarted);

        assertThat(told)
                .extracting(change -> change.attempt() + " " + change.state().name())
                .containsExactly(
                        "1 Submitted",
                        "1 DriverRequested",
                        "1 RunningHealthy",
                        "1 Failed",
                        "2 ScheduledToRestart",
                        "2 DriverRequested");
    }

    @Test
    void apachesExitCodeIsThatOfTheLastObservedDriver() throws JsonProcessingException {
        var seen = APACHE.read(
                apache(
                        "ResourceReleased",
                        """
                        '3': {'currentStateSummary': 'Failed', 'lastTransitionTime': '2026-11-23T09:00:00.5Z',
                          'lastObservedDriverStatus': {'phase': 'Running', 'containerStatuses': [
                            {'name': 'sidecar', 'state': {'running': {}}},
                            {'name': 'driver', 'state': {'terminated': {'exitCode': 101}}}]}},
                        '4': {'currentStateSummary': 'ResourceReleased'}"""),
                NOW);

        assertThat(seen.exitCode()).hasValue(101);
        assertThat(seen.transitions().get(0).change().time()).isEqualTo("2026-11-23T09:00:00.5Z");
    }

    @Test
    void podsOfAnAttemptAreToldApart() {
        var driver = Map.of("spark.operator/spark-app-name", "a", "spark-app-selector", "a-2");
        var hashed = Map.of("spark.operator/spark-app-name", "a", "spark-app-selector", "spark-8f3e");

        assertThat(APACHE.attemptNumber(driver)).hasValue(3);
        assertThat(APACHE.attemptNumber(hashed)).isEmpty();
        assertThat(KUBEFLOW.attemptKey(Map.of("sparkoperator.k8s.io/submission-id", "s")))
                .isEqualTo("s");
    }

    private static List<StateChange> told(Dialect dialect, String... updates) throws JsonProcessingException {
        var told = new ArrayList<StateChange>();
        var status = RunStatus.NOTHING;
        for (var update : updates) {
            var next = dialect.read(json(update), NOW);
            told.addAll(next.since(status));
            status = next;
        }
        return told;
    }

    private static JsonNode kubeflow(String state, int attempts, String message) throws JsonProcessingException {
        return json(
                """
                {'metadata': {'name': 'a'}, 'status': {'applicationState': {'state': '%s', 'errorMessage': '%s'},
                  'executionAttempts': %d, 'submissionID': 'id-%d'}}"""
                        .formatted(state, message, attempts, attempts));
    }

    private static JsonNode apache(String current, String history) throws JsonProcessingException {
        return json(
                """
                {'metadata': {'name': 'a'}, 'status': {'currentState': {'currentStateSummary': '%s'},
                  'currentAttemptSummary': {'attemptInfo': {'id': 0}}, 'stateTransitionHistory': {%s}}}"""
                        .formatted(current, history));
    }

    private static String text(JsonNode json) {
        return json.toString();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
