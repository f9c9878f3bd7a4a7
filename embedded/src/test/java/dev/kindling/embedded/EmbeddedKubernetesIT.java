package dev.kindling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("embedded")
@Timeout(120)
class EmbeddedKubernetesIT {
    @TempDir
    private Path folder;

    @Test
    void onlyTheUserCanReadWhatOpensIt() throws Exception {
        try (var kubernetes =
                EmbeddedKubernetes.start(EmbeddedOptions.defaults().folder(folder))) {
            assertThat(mode(kubernetes.kubeconfig())).isEqualTo("rw-------");
            assertThat(mode(kubernetes.kubeconfig().getParent())).isEqualTo("rwx------");
            assertThat(kubernetes.cluster().toString() + kubernetes).doesNotContain("token:");
        }
    }

    @Test
    void closingLeavesNothing() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Path temporary;
        try (var kubernetes = EmbeddedKubernetes.start()) {
            temporary = kubernetes.kubeconfig().getParent();
            assertThat(temporary).isDirectory();
        }
        assertThat(temporary).doesNotExist();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Set<String> left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .map(Thread::getName)
                    // The JDK's and Netty's own, one for the whole JVM.
                    .filter(name -> !name.startsWith("process reaper") && !name.startsWith("globalEventExecutor"))
                    .filter(name -> !name.startsWith("ForkJoinPool.commonPool"))
                    .filter(name -> !name.startsWith("awaitility"))
                    .collect(Collectors.toSet());
            assertThat(left).isEmpty();
        });
    }

    @Test
    void aGivenFolderStaysAndIsEmptyAfterwards() {
        EmbeddedKubernetes.start(EmbeddedOptions.defaults().folder(folder)).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoRunSideBySide() {
        try (var one = EmbeddedKubernetes.start();
                var two = EmbeddedKubernetes.start()) {
            assertThat(one.kubeconfig()).isNotEqualTo(two.kubeconfig());
        }
    }

    @Test
    void windowsUsersAreToldWhatToDo() {
        assertThatThrownBy(() -> EmbeddedKubernetes.checkSystem("Windows 11"))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("WSL");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
