package dev.kindling.shell.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePathsTest {
    private final FilePaths paths = new FilePaths(new RemoteFolders(Optional::empty));

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.createFile(folder.resolve("da ta-1.csv"));
        Files.createFile(folder.resolve(".hidden"));
    }

    @Test
    void a_text_that_begins_as_a_path_is_one() {
        assertThat(at("f(", folder + "/da")).hasValue(List.of(folder + "/da ta-1.csv", folder + "/data/"));
        assertThat(at("f(", folder + "/"))
                .hasValueSatisfying(all -> assertThat(all).hasSize(2));
        assertThat(at("f(", folder + "/.h")).hasValue(List.of(folder + "/.hidden"));
        assertThat(at("f(", folder + "/no/such")).hasValue(List.of());
    }

    @Test
    void other_texts_are_paths_where_files_are_read_and_written() {
        assertThat(at("spark.read().csv(", "no-such-file")).hasValue(List.of());
        assertThat(at("System.out.println(", "no-such-file")).isEmpty();
    }

    @Test
    void elsewhere_nothing_is_asked_before_a_session_runs() {
        assertThat(at("f(", "s3a://bucket/x")).hasValue(List.of());
    }

    private Optional<List<String>> at(String code, String begun) {
        return paths.at(new OpenText(code, begun));
    }
}
