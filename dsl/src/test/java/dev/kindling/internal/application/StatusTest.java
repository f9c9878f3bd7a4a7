package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.run.ApplicationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the status of either operator means. */
class StatusTest {

    @ParameterizedTest
    @EnumSource
    void noStatusMeansThatNobodyHasLookedAtItYet(Dialect dialect) throws JsonProcessingException {
        assertThat(dialect.read(json("null")).state()).isEqualTo(ApplicationState.NEW);
        assertThat(dialect.read(json("{}")).state().isFinal()).isFalse();
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
                "SUSPENDED",
                "SOMETHING_NEW"
            })
    void onlyTwoStatesOfKubeflowAreFinal(String name) throws JsonProcessingException {
        var seen = Dialect.KUBEFLOW.read(json("{'applicationState': {'state': '" + name + "'}}"));

        assertThat(seen.state().name()).isEqualTo(name);
        assertThat(seen.state().isFinal()).isFalse();
        assertThat(seen.success()).isFalse();
    }

    @Test
    void kubeflowEndsWithCompletedOrFailed() throws JsonProcessingException {
        var completed = Dialect.KUBEFLOW.read(json("{'applicationState': {'state': 'COMPLETED'}}"));
        var failed = Dialect.KUBEFLOW.read(
                json("{'applicationState': {'state': 'FAILED', 'errorMessage': 'driver container failed'}}"));

        assertThat(completed.success()).isTrue();
        assertThat(failed.success()).isFalse();
        assertThat(failed.state()).isEqualTo(new ApplicationState("FAILED", "driver container failed", true));
    }

    @ParameterizedTest
    @CsvSource({"Succeeded, true", "Failed, false", "DriverStartTimedOut, false"})
    void apachesOutcomeIsTheLastStoppingState(String stopping, boolean success) throws JsonProcessingException {
        var seen = Dialect.APACHE.read(json(
                """
                        {'currentState': {'currentStateSummary': 'ResourceReleased'},
                         'stateTransitionHistory': {
                           '10': {'currentStateSummary': 'ResourceReleased'},
                           '9': {'currentStateSummary': '%s', 'message': 'why'},
                           '5': {'currentStateSummary': 'Failed'},
                           '6': {'currentStateSummary': 'ScheduledToRestart'}}}
                        """
                        .formatted(stopping)));

        assertThat(seen.state().isFinal()).isTrue();
        assertThat(seen.success()).isEqualTo(success);
        assertThat(seen.state().message()).isEqualTo(success ? "" : stopping + ": why");
    }

    @Test
    void apacheFailedIsNotTheEnd() throws JsonProcessingException {
        var seen = Dialect.APACHE.read(json("{'currentState': {'currentStateSummary': 'Failed', 'message': 'm'}}"));

        assertThat(seen.state()).isEqualTo(new ApplicationState("Failed", "m", false));
    }

    @Test
    void apacheWithoutAStoppingStateWasShutDown() throws JsonProcessingException {
        var seen = Dialect.APACHE.read(
                json(
                        """
                        {'currentState': {'currentStateSummary': 'ResourceReleased'},
                         'stateTransitionHistory': {'0': {'currentStateSummary': 'Submitted'}}}
                        """));

        assertThat(seen.success()).isFalse();
        assertThat(seen.state().message()).contains("shut down");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
