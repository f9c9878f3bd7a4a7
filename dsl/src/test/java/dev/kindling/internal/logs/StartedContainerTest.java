package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class StartedContainerTest {

    @Test
    void aWaitingContainerHasNoLog() {
        var waiting = new ContainerStateBuilder().withNewWaiting().endWaiting().build();

        assertThat(StartedContainer.of(pod("Pending", waiting))).isEmpty();
        assertThat(StartedContainer.of(new Pod())).isEmpty();
    }

    @Test
    void aRunningContainerHas() {
        var running = new ContainerStateBuilder().withNewRunning().endRunning().build();

        assertThat(StartedContainer.of(pod("Running", running)))
                .contains(new StartedContainer("u-1", "nightly-driver", "spark-kubernetes-driver", "", false));
    }

    @Test
    void soHasOneThatEndedBeforeItsPodWasSeenRunning() {
        var ended = new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(1)
                .endTerminated()
                .build();

        assertThat(StartedContainer.of(pod("Pending", ended))).isPresent();
    }

    private static Pod pod(String phase, ContainerState state) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("nightly-driver")
                .withUid("u-1")
                .addToLabels("spark-role", "driver")
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
