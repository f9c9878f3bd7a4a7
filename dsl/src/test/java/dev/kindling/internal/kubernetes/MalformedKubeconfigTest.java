package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.target.ApiAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It was told as the parser's own exception, and the command line took that for a failed job. */
class MalformedKubeconfigTest {
    /** Wins over KUBECONFIG. */
    private static final String FILES = "kubeconfig";

    @Test
    void is_a_cluster_that_cannot_be_reached(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("config"), "contexts: [unfinished\nusers: here");

        assertThatThrownBy(() -> ClusterConfig.of(new ApiAccess.KubeconfigFile(file, Optional.empty())))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("no YAML")
                .hasMessageContaining("kubectl config view");
    }

    /** It was told that there is no kubeconfig. */
    @Test
    void may_name_a_current_context_that_it_does_not_have(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("config"),
                """
                apiVersion: v1
                kind: Config
                current-context: gone
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                contexts: [{name: here, context: {cluster: c, user: u}}]
                users: [{name: u, user: {}}]
                """);
        var before = Optional.ofNullable(System.getProperty(FILES));
        System.setProperty(FILES, file.toString());
        try {
            assertThatThrownBy(() -> ClusterConfig.of(new ApiAccess.CurrentContext()))
                    .isInstanceOf(ClusterAccessException.class)
                    .hasMessageContaining(
                            "the current-context of [" + file + "] is none of its contexts; there are here")
                    .hasMessageContaining("kubectl config use-context NAME");
        } finally {
            before.ifPresentOrElse(value -> System.setProperty(FILES, value), () -> System.clearProperty(FILES));
        }
    }
}
