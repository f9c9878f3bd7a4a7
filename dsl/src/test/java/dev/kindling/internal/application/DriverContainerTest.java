package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class DriverContainerTest {

    @Test
    void aWaitingContainerHasNoLog() {
        var waiting = new ContainerStateBuilder().withNewWaiting().endWaiting().build();

        assertThat(DriverContainer.started(pod("Pending", waiting))).isEmpty();
        assertThat(DriverContainer.started(new Pod())).isEmpty();
    }

    @Test
    void aRunningContainerHas() {
        var running = new ContainerStateBuilder().withNewRunning().endRunning().build();

        assertThat(DriverContainer.started(pod("Running", running)))
                .contains(new DriverContainer("u-1", "nightly-driver", "spark-kubernetes-driver"));
    }

    @Test
    void soHasOneThatEndedBeforeItsPodWasSeenRunning() {
        var ended = new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(1)
                .endTerminated()
                .build();

        assertThat(DriverContainer.started(pod("Pending", ended))).isPresent();
    }

    private static Pod pod(String phase, ContainerState state) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("nightly-driver")
                .withUid("u-1")
                .endMetadata()
                .withNewStatus()
                .withPhase(phase)
                .addNewContainerStatus()
                .withName("sidecar")
                .endContainerStatus()
                .addNewContainerStatus()
                .withName("spark-kubernetes-driver")
                .withState(state)
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
