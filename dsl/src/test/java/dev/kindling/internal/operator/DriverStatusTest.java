package dev.kindling.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.run.ApplicationState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a driver's pod says of its run, where no operator does. */
class DriverStatusTest {

    @Test
    void aPodOnItsWayIsPendingWithoutAWord() throws JsonProcessingException {
        assertThat(state("{phase: Pending, containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]}"))
                .isEqualTo(new ApplicationState("Pending", "", false));
    }

    @Test
    void whatKeepsItFromStartingIsSaidAndNotTheEnd() throws JsonProcessingException {
        assertThat(
                        state(
                                "{phase: Pending, containerStatuses: [{state: {waiting: {reason: ErrImagePull, message: no such image}}}]}"))
                .isEqualTo(new ApplicationState("Pending", "ErrImagePull: no such image", false));
        assertThat(
                        state(
                                "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: Insufficient cpu}]}"))
                .isEqualTo(new ApplicationState("Pending", "Unschedulable: Insufficient cpu", false));
    }

    @Test
    void theDriversContainerDecidesWhateverItsSidecarsDo() throws JsonProcessingException {
        var seen = read(
                """
                {phase: Running, containerStatuses: [
                  {name: sidecar, state: {running: {}}},
                  {name: spark-kubernetes-driver, state: {terminated: {exitCode: 0, reason: Completed}}}]}
                """);

        assertThat(seen.verdict()).isEqualTo(Verdict.SUCCEEDED);
        assertThat(seen.state()).isEqualTo(new ApplicationState("Succeeded", "", true));
    }

    @Test
    void aFailedContainerIsTheEnd() throws JsonProcessingException {
        var seen = read(
                """
                {phase: Running, containerStatuses: [
                  {name: spark-kubernetes-driver, state: {terminated: {exitCode: 137, reason: OOMKilled}}}]}
                """);

        assertThat(seen.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(seen.state())
                .isEqualTo(
                        new ApplicationState("Failed", "driver container failed with exit code 137: OOMKilled", true));
    }

    @Test
    void anEvictedPodHasNoContainerToAsk() throws JsonProcessingException {
        assertThat(state("{phase: Failed, reason: Evicted, message: The node was low on memory}"))
                .isEqualTo(new ApplicationState("Failed", "Evicted: The node was low on memory", true));
    }

    @Test
    void aLostNodeIsNotTheEnd() throws JsonProcessingException {
        assertThat(state("{phase: Unknown}").isFinal()).isFalse();
    }

    private static ApplicationState state(String status) throws JsonProcessingException {
        return read(status).state();
    }

    private static RunStatus read(String status) throws JsonProcessingException {
        return DriverStatus.read(
                new ObjectMapper(new com.fasterxml.jackson.dataformat.yaml.YAMLFactory()).readTree(status),
                Instant.EPOCH);
    }
}
