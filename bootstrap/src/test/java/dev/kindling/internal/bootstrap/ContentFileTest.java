package dev.kindling.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFileTest {
    private static final byte[] CODE = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void isFetchedUnderItsName() throws IOException {
        var stored = stored(HexFormat.of().formatHex(ContentFile.sha256().digest(CODE)));
        var copy = ContentFile.of(stored).fetch(new Configuration(), folder.resolve("here"));
        assertThat(copy).hasFileName("app.jar").hasBinaryContent(CODE);
    }

    @Test
    void halfOfItIsRefused() throws IOException {
        var stored = stored("0".repeat(64));
        assertThatThrownBy(() -> ContentFile.of(stored).fetch(new Configuration(), folder.resolve("here")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(stored)
                .hasMessageContaining("is not what was shipped");
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        var missing = folder.resolve("missing.jar").toUri().toString();
        assertThatThrownBy(() -> ContentFile.of(missing).fetch(new Configuration(), folder.resolve("here")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.jar");
    }

    @Test
    void aNameIsTakenAsItIs() throws IOException {
        var hash = HexFormat.of().formatHex(ContentFile.sha256().digest(CODE));
        var name = "day plan 100%20 sure.txt";
        Files.write(Files.createDirectories(folder.resolve(hash)).resolve(name), CODE);

        var copy = ContentFile.of("file:" + folder + "/" + hash + "/" + name)
                .fetch(new Configuration(), folder.resolve("here"));

        assertThat(copy).hasFileName(name).hasBinaryContent(CODE);
    }

    private String stored(String hash) throws IOException {
        var file =
                Files.createDirectories(folder.resolve("store").resolve(hash)).resolve("app.jar");
        return Files.write(file, CODE).toUri().toString();
    }
}
