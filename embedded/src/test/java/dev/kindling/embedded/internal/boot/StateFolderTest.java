package dev.kindling.embedded.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindling.embedded.internal.tls.BearerToken;
import dev.kindling.embedded.internal.tls.ServerIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pods", "kubeconfig"})
    void whatIsTheUsersOwnIsNotTakenOver(String name) throws IOException {
        Path own = Files.writeString(folder.resolve(name), "the user's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateFolder.open(Optional.of(folder)))
                .withMessageContaining("\"" + name + "\"");
        assertThat(own).hasContent("the user's");
    }

    @Test
    void whatAKilledJvmLeftIsReplaced() throws IOException {
        String left = Kubeconfig.text(URI.create("https://127.0.0.1:1"), ServerIdentity.create(), BearerToken.random());
        Files.writeString(folder.resolve("kubeconfig"), left);
        try (var state = StateFolder.open(Optional.of(folder))) {
            assertThat(state.writeKubeconfig("new")).hasContent("new");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
