package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLimitTest {

    @TempDir
    Path root;

    @Test
    void theOldestRunsGoFirstAndOnlyAsManyAsItTakes() throws IOException {
        var oldest = run("a", Duration.ofDays(3));
        var older = run("b", Duration.ofDays(2));
        var newest = run("c", Duration.ofDays(1));

        FolderLimit.apply(root, 2_000);

        assertThat(oldest).doesNotExist();
        assertThat(older).exists();
        assertThat(newest).exists();
    }

    @Test
    void whatIsWrittenToIsLeftAlone() throws IOException {
        var current = run("a", Duration.ofMinutes(1));

        FolderLimit.apply(root, 10);

        assertThat(current).exists();
    }

    @Test
    void aFolderThatIsNotThereYetIsWithinItsLimit() throws IOException {
        FolderLimit.apply(root.resolve("none"), 10);

        assertThat(root).isEmptyDirectory();
    }

    private Path run(String name, Duration age) throws IOException {
        var folder = Files.createDirectories(
                root.resolve("cluster/default").resolve(name).resolve("uid"));
        var file = Files.write(folder.resolve("1_driver_p_u.log"), new byte[1_000]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return folder;
    }
}
