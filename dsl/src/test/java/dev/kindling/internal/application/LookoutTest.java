package dev.kindling.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a run is looked at by itself, and what is told. */
class LookoutTest {

    private static final Finding PROBLEM =
            new Finding.ImageUnavailable(Account.certain("image-not-found", "No node can get it"));

    private final AtomicInteger looks = new AtomicInteger();
    private final List<Finding> told = new CopyOnWriteArrayList<>();
    private final Lookout lookout = new Lookout(this::diagnosis, Runnable::run, told::add);

    @Test
    void aPodInTroubleIsLookedAtAndAProblemIsToldOnce() {
        lookout.changed(waiting("ErrImagePull"));
        lookout.changed(waiting("ImagePullBackOff"));
        await().until(() -> !told.isEmpty());
        assertThat(looks).hasValue(1);

        lookout.changed(waiting("ImagePullBackOff"));
        await().until(() -> looks.get() == 2);
        assertThat(told).containsExactly(PROBLEM);
    }

    @Test
    void anOrdinaryStartIsNotLookedAt() {
        lookout.changed(waiting("ContainerCreating"));
        lookout.changed(new PodBuilder(waiting("ContainerCreating"))
                .editStatus()
                .withContainerStatuses()
                .endStatus()
                .build());

        assertThat(List.of("ContainerCreating", "PodInitializing").stream()
                        .map(LookoutTest::waiting)
                        .map(dev.kindling.internal.kubernetes.PodReader::read))
                .noneMatch(Lookout::isInTrouble);
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatThrowsIsToldNoMore() {
        var failing = new Lookout(this::diagnosis, Runnable::run, finding -> {
            throw new IllegalStateException("no room");
        });

        failing.changed(waiting("ErrImagePull"));

        await().until(() -> failing.over().isCompletedExceptionally());
    }

    private Diagnosis diagnosis() {
        looks.incrementAndGet();
        return new Diagnosis("application etl/nightly", Instant.EPOCH, List.of(PROBLEM), List.of(), "{}");
    }

    private static Pod waiting(String reason) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("nightly-driver")
                .withNamespace("etl")
                .withUid("1")
                .withCreationTimestamp("2026-01-01T00:00:00Z")
                .addToLabels("spark-role", "driver")
                .endMetadata()
                .withNewSpec()
                .withNodeName("one")
                .addNewContainer()
                .withName("spark-kubernetes-driver")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .addNewContainerStatus()
                .withName("spark-kubernetes-driver")
                .withNewState()
                .withNewWaiting("", reason)
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
