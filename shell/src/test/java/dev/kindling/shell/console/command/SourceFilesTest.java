package dev.kindling.shell.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @Test
    void a_file_goes_before_a_name_of_jshells(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("DEFAULT"), "int x;");
        assertThat(SourceFiles.read(file.toString())).isEqualTo("int x;");
        assertThat(SourceFiles.read(file.toUri().toString())).isEqualTo("int x;");
    }

    @Test
    void jshells_names_are_known() throws IOException {
        assertThat(SourceFiles.read("DEFAULT")).contains("import java.util.stream.*;");
        assertThat(SourceFiles.read("PRINTING")).contains("void println(Object obj)");
        assertThat(SourceFiles.read("JAVASE")).contains("import java.sql.*;\n", "import java.util.*;\n");
        assertThatThrownBy(() -> SourceFiles.read("NOTHING")).isInstanceOf(NoSuchFileException.class);
    }
}
