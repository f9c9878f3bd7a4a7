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
    @Test
    void is_a_cluster_that_cannot_be_reached(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("config"), "contexts: [unfinished\nusers: here");

        assertThatThrownBy(() -> ClusterConfig.of(new ApiAccess.KubeconfigFile(file, Optional.empty())))
                .isInstanceOf(ClusterAccessException.class)
                .hasMessageContaining("no YAML")
                .hasMessageContaining("kubectl config view");
    }
}
