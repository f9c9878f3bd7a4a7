package dev.kindling.embedded.internal.kubelet;

import static dev.kindling.embedded.internal.kubelet.KubeletHarness.NAMESPACE;
import static dev.kindling.embedded.internal.kubelet.KubeletHarness.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.embedded.internal.store.DeleteOptions;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    private static ContainerStateTerminated terminated(Pod pod) {
        return pod.getStatus().getContainerStatuses().get(0).getState().getTerminated();
    }

    /** A zombie that nobody collects is dead, too. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
