package dev.kindling.shell.console;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenJarsTest {
    private static final int LIMIT_MS = 30_000;

    @TempDir
    Path folder;

    @Test
    void an_interrupt_ends_the_wait_for_a_repository_that_never_answers() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(LIMIT_MS);
            var settings = Map.of(
                    "spark.jars.ivy", folder.resolve("ivy").toString(), "spark.jars.ivySettings", settings(silent));
            var jars = MavenJars.of("org.example:absent:1", List.of());
            var finding = new FutureTask<>(() -> jars.find(key -> Optional.ofNullable(settings.get(key))));
            var snippet = new Thread(finding);
            snippet.start();

            try (var asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();

                snippet.interrupt();

                assertThatThrownBy(() -> finding.get(LIMIT_MS, MILLISECONDS))
                        .hasRootCauseInstanceOf(CancellationException.class)
                        .hasMessageContaining("org.example:absent:1");
            }
        }
    }

    @Test
    void coordinates_that_are_none_are_told_with_the_line_to_write() {
        assertThatThrownBy(() -> MavenJars.of("commons-text", List.of()))
                .hasMessage("'commons-text' is not group:artifact:version."
                        + " Write require(\"org.apache.commons:commons-text:1.12.0\")");
    }

    private String settings(ServerSocket repository) throws Exception {
        var file = folder.resolve("ivysettings.xml");
        Files.writeString(
                file,
                "<ivysettings><settings defaultResolver='only'/><resolvers>"
                        + "<ibiblio name='only' m2compatible='true' root='http://localhost:"
                        + repository.getLocalPort() + "/'/></resolvers></ivysettings>");
        return file.toString();
    }
}
