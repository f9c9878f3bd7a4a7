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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("embedded")
class PodLifecycleIT {

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
    void aProgramThatEndsWellSucceeds() {
        kubelet.create(script("well", "echo hello; echo $HOSTNAME; id -u >&2").build());

        Pod pod = kubelet.awaitPhase("well", "Succeeded");

        ContainerStateTerminated ended = terminated(pod);
        assertThat(ended.getExitCode()).isZero();
        assertThat(ended.getReason()).isEqualTo("Completed");
        assertThat(pod.getSpec().getNodeName()).isEqualTo("kindling");
        assertThat(pod.getStatus().getPodIP()).startsWith("127.");
        assertThat(kubelet.log("well")).startsWith("hello\nwell\n");
        assertThat(kubelet.events("well")).anyMatch(event -> event.startsWith("Started"));
    }

    @Test
    void exitCodesAndSignalsAreReportedAsByAKubelet() {
        kubelet.create(script("seven", "exit 7").build());
        // Kubernetes makes one dollar of two.
        kubelet.create(script("killed", "kill -9 $$$$").build());
        kubelet.create(script("nothing", "no-such-program").build());

        assertThat(terminated(kubelet.awaitPhase("seven", "Failed")).getExitCode())
                .isEqualTo(7);
        var killed = terminated(kubelet.awaitPhase("killed", "Failed"));
        assertThat(killed.getExitCode()).isEqualTo(137);
        assertThat(killed.getReason()).isEqualTo("Error");
        assertThat(terminated(kubelet.awaitPhase("nothing", "Failed")).getExitCode())
                .isEqualTo(127);
    }

    @Test
    void aPodThatIgnoresSigtermIsKilledAfterItsGracePeriod() {
        kubelet.create(script("stubborn", "trap '' TERM; echo ready; while true; do sleep 0.1; done")
                .build());
        kubelet.awaitPhase("stubborn", "Running");
        Awaitility.await().until(() -> Files.size(log("stubborn")) > 0);
        Instant start = Instant.now();

        kubelet.delete("stubborn", DeleteOptions.DEFAULT.gracePeriod(1));

        kubelet.awaitGone("stubborn");
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(kubelet.events("stubborn")).anyMatch(event -> event.startsWith("Killing"));
    }

    @Test
    void aPodCanEndInPeaceWithinItsGracePeriod() {
        kubelet.create(script("polite", "trap 'echo bye; exit 0' TERM; while true; do sleep 0.05; done")
                .build());
        kubelet.awaitPhase("polite", "Running");
        Instant start = Instant.now();

        kubelet.delete("polite", DeleteOptions.DEFAULT);

        kubelet.awaitGone("polite");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatAProgramLeavesBehindEndsWithIt() {
        kubelet.create(script("parent", "sleep 600 & echo $!").build());
        kubelet.awaitPhase("parent", "Succeeded");

        long orphan = Long.parseLong(kubelet.log("parent"));

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !isAlive(orphan));
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

    @Test
    void aPodDoesNotSeeTheUsersEnvironment() {
        kubelet.create(script("clean", "env").build());
        kubelet.awaitPhase("clean", "Succeeded");

        assertThat(kubelet.log("clean").lines().map(line -> line.replaceFirst("=.*", "")))
                .isSubsetOf(
                        "PATH",
                        "LANG",
                        "LC_ALL",
                        "TZ",
                        "JAVA_HOME",
                        "HOME",
                        "TMPDIR",
                        "HOSTNAME",
                        "SPARK_LOCAL_IP",
                        "KUBERNETES_SERVICE_HOST",
                        "KUBERNETES_SERVICE_PORT",
                        "KUBERNETES_SERVICE_PORT_HTTPS",
                        "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN",
                        "KUBERNETES_CERTS_CA_FILE",
                        "KUBENAMESPACE",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    private Path log(String pod) {
        return kubelet.kubelet()
                .logs()
                .find(NAMESPACE, pod, "main")
                .orElseThrow()
                .file();
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

    /** A zombie that nobody collects is dead, too. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
