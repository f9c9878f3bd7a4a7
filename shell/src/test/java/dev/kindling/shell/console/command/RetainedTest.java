package dev.kindling.shell.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedTest {
    @TempDir
    private Path folder;

    @Test
    void is_there_in_the_next_run() {
        var first = next();
        first.put("editor", "vi");
        first.putAll("start", List.of("a.jsh", "int a = 1;\nString ä = \"=\";\n"));
        assertThat(next().get("editor")).contains("vi");
        assertThat(next().all("start")).containsExactly("a.jsh", "int a = 1;\nString ä = \"=\";\n");

        first.putAll("start", List.of());
        first.remove("editor");
        assertThat(next().all("start")).isEmpty();
        assertThat(next().get("editor")).isEmpty();
    }

    @Test
    void a_spoilt_file_is_as_none() throws IOException {
        Files.writeString(file(), "editor=\\u00zz");
        assertThat(next().get("editor")).isEmpty();
    }

    private Path file() {
        return folder.resolve("console.properties");
    }

    private Retained next() {
        return Retained.in(Optional.of(file()));
    }
}
