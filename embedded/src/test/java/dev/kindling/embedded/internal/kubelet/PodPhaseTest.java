package dev.kindling.embedded.internal.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.kubelet.ContainerState.Running;
import dev.kindling.embedded.internal.kubelet.ContainerState.Terminated;
import dev.kindling.embedded.internal.kubelet.ContainerState.Waiting;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodPhaseTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ContainerState WAITING = new Waiting("ContainerCreating", "");
    private static final ContainerState RUNNING = new Running(NOW);
    private static final ContainerState WELL = Terminated.exited(0, NOW, NOW);
    private static final ContainerState BAD = Terminated.exited(1, NOW, NOW);

    @Test
    void followsFromTheMainContainers() {
        assertThat(phase(main(WAITING))).isEqualTo(PodPhase.PENDING);
        assertThat(phase(main(RUNNING))).isEqualTo(PodPhase.RUNNING);
        assertThat(phase(main(WELL))).isEqualTo(PodPhase.SUCCEEDED);
        assertThat(phase(main(BAD))).isEqualTo(PodPhase.FAILED);
        assertThat(phase(main(BAD), main(RUNNING))).isEqualTo(PodPhase.RUNNING);
        assertThat(phase(main(WELL), main(BAD))).isEqualTo(PodPhase.FAILED);
    }

    @Test
    void aPodIsPendingUntilItsInitContainersAreDone() {
        assertThat(phase(init(RUNNING), main(WAITING))).isEqualTo(PodPhase.PENDING);
        assertThat(phase(init(WELL), main(RUNNING))).isEqualTo(PodPhase.RUNNING);
        assertThat(phase(init(BAD), main(WAITING))).isEqualTo(PodPhase.FAILED);
    }

    @Test
    void aContainerInBackOffKeepsThePodRunning() {
        var crashed = new ContainerView(
                "main",
                "image",
                "id",
                false,
                new Waiting("CrashLoopBackOff", ""),
                Optional.of(Terminated.exited(1, NOW, NOW)),
                1);

        assertThat(phase(crashed)).isEqualTo(PodPhase.RUNNING);
    }

    @Test
    void aStatusSaysHowTheContainerEnded() {
        var admitted = new PodBuilder()
                .withNewStatus()
                .withQosClass("Guaranteed")
                .endStatus()
                .build();
        var status = PodStatuses.of(admitted, NOW).render(List.of(main(BAD)), Optional.of("127.64.0.1"));

        assertThat(status.getPhase()).isEqualTo("Failed");
        assertThat(status.getQosClass()).isEqualTo("Guaranteed");
        assertThat(status.getPodIP()).isEqualTo("127.64.0.1");
        var ended = status.getContainerStatuses().get(0).getState().getTerminated();
        assertThat(ended.getExitCode()).isEqualTo(1);
        assertThat(ended.getReason()).isEqualTo("Error");
        assertThat(status.getConditions())
                .filteredOn(condition -> condition.getType().equals("Ready"))
                .singleElement()
                .satisfies(ready -> assertThat(ready.getStatus()).isEqualTo("False"));
    }

    private static PodPhase phase(ContainerView... containers) {
        return PodPhase.of(List.of(containers));
    }

    private static ContainerView main(ContainerState state) {
        return new ContainerView("main", "image", "id", false, state, Optional.empty(), 0);
    }

    private static ContainerView init(ContainerState state) {
        return new ContainerView("init", "image", "id", true, state, Optional.empty(), 0);
    }
}
