package dev.kindling.embedded.internal.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mount that the machine refused was tried again only when some object changed: a pod could wait for ever. */
@Tag("embedded")
class FailedMountIT {

    @Test
    void isTriedAgainUntilTheMachineAllowsIt(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("in-the-way"));
        try (var kubelet = new KubeletHarness(config -> config)) {
            kubelet.create(KubeletHarness.script("disk", "true")
                    .editSpec()
                    .addNewVolume()
                    .withName("data")
                    .withNewHostPath(file.resolve("data").toString(), "DirectoryOrCreate")
                    .endVolume()
                    .endSpec()
                    .build());
            Awaitility.await()
                    .until(() -> kubelet.events("disk").stream().anyMatch(event -> event.startsWith("FailedMount")));

            Files.delete(file);

            kubelet.awaitPhase("disk", "Succeeded");
            assertThat(file.resolve("data")).isDirectory();
        }
    }
}
