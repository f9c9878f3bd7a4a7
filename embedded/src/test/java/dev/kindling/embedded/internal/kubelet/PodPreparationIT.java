package dev.kindling.embedded.internal.kubelet;

import static dev.kindling.embedded.internal.kubelet.KubeletHarness.NAMESPACE;
import static dev.kindling.embedded.internal.kubelet.KubeletHarness.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.store.DeleteOptions;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("embedded")
class PodPreparationIT {
    private KubeletHarness kubelet;

    @BeforeEach
    void start() throws IOException {
        kubelet = new KubeletHarness(config -> config);
    }

    @AfterEach
    void close() {
        Path state = kubelet.state();
        kubelet.close();
        assertThat(state).doesNotExist();
    }

    /** A real API server refuses such a pod; here it stands for whatever nobody thought of. */
    @Test
    void aPodThatCannotBePreparedIsReportedAndCanBeDeleted() {
        kubelet.create(script("odd", "true")
                .editSpec()
                .addNewVolume()
                .withName("nowhere")
                .withNewHostPath()
                .endHostPath()
                .endVolume()
                .endSpec()
                .build());

        Pod pod = kubelet.awaitPhase("odd", "Failed");

        assertThat(terminated(pod).getReason()).isEqualTo("StartError");
        kubelet.delete("odd", DeleteOptions.DEFAULT);
        kubelet.awaitGone("odd");
    }

    @Test
    void anEphemeralVolumeHasAClaimThatThePodOwns() {
        kubelet.create(script("scratch", "true")
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewEphemeral()
                .withNewVolumeClaimTemplate()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .endSpec()
                .endVolumeClaimTemplate()
                .endEphemeral()
                .endVolume()
                .endSpec()
                .build());

        Pod pod = kubelet.awaitPhase("scratch", "Succeeded");

        assertThat(kubelet.claim("scratch-data").getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner ->
                        assertThat(owner.getUid()).isEqualTo(pod.getMetadata().getUid()));
    }

    @Test
    void aConfigMapMayComeAfterThePod() {
        var pod = script("late", "cat /etc/late/greeting $MOUNTED/greeting 2>/dev/null | head -1")
                .editSpec()
                .addNewVolume()
                .withName("late")
                .withNewConfigMap()
                .withName("late")
                .endConfigMap()
                .endVolume()
                .editContainer(0)
                .addNewEnv()
                .withName("MOUNTED")
                .withValue("/etc/late")
                .endEnv()
                .addNewVolumeMount()
                .withName("late")
                .withMountPath("/etc/late")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .build();
        kubelet.create(pod);
        Awaitility.await().until(() -> kubelet.events("late").stream()
                .anyMatch(event -> event.startsWith("FailedMount") && event.contains("configmap \"late\" not found")));
        Pod waiting = kubelet.pod("late").orElseThrow();
        assertThat(waiting.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(waiting.getStatus()
                        .getContainerStatuses()
                        .get(0)
                        .getState()
                        .getWaiting()
                        .getReason())
                .isEqualTo("ContainerCreating");

        kubelet.create(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("late")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToData("greeting", "good morning\n")
                .build());

        kubelet.awaitPhase("late", "Succeeded");
        assertThat(kubelet.log("late")).isEqualTo("good morning");
    }

    @Test
    void aMissingSecretInTheEnvironmentIsAConfigError() {
        kubelet.create(script("secretive", "echo $PASSWORD")
                .editSpec()
                .editContainer(0)
                .addNewEnv()
                .withName("PASSWORD")
                .withNewValueFrom()
                .withNewSecretKeyRef("word", "vault", false)
                .endValueFrom()
                .endEnv()
                .endContainer()
                .endSpec()
                .build());
        kubelet.await("secretive", pod -> waitingReason(pod).equals(Optional.of("CreateContainerConfigError")));

        kubelet.create(new SecretBuilder()
                .withNewMetadata()
                .withName("vault")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToData("word", "c2VzYW1l")
                .build());

        kubelet.awaitPhase("secretive", "Succeeded");
        assertThat(kubelet.log("secretive")).isEqualTo("sesame");
    }

    @Test
    void anUnknownImageIsNotPulled() {
        kubelet.create(script("unknown", "true")
                .editSpec()
                .editContainer(0)
                .withImage("nowhere.example/spark:1")
                .endContainer()
                .endSpec()
                .build());

        Pod pod = kubelet.await("unknown", found -> waitingReason(found).equals(Optional.of("ImagePullBackOff")));

        assertThat(pod.getStatus()
                        .getContainerStatuses()
                        .get(0)
                        .getState()
                        .getWaiting()
                        .getMessage())
                .contains("nowhere.example/spark:1", "kindling/spark:*");
        kubelet.delete("unknown", DeleteOptions.DEFAULT);
        kubelet.awaitGone("unknown");
    }

    private static Optional<String> waitingReason(Pod pod) {
        return Optional.ofNullable(pod.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream().findFirst())
                .flatMap(status -> Optional.ofNullable(status.getState().getWaiting()))
                .map(waiting -> waiting.getReason());
    }

    private static ContainerStateTerminated terminated(Pod pod) {
        return pod.getStatus().getContainerStatuses().get(0).getState().getTerminated();
    }
}
