package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A content goes as a whole, and not if a run has come to refer to it since somebody thought it unused. */
class RemovalTest {

    @TempDir
    Path folder;

    private FileSystem files;
    private Path content;

    @BeforeEach
    void write() throws IOException {
        files = FileSystem.getLocal(new Configuration());
        content = Files.writeString(Files.createDirectory(folder.resolve("abc")).resolve("app.jar"), "jar");
    }

    @Test
    void whatARunRefersToStays() throws IOException {
        var reference = Files.writeString(
                Files.createDirectories(folder.resolve("abc/runs/here")).resolve("1"), "");

        Removal.unless(files, path("abc"), path("abc/runs"));

        assertThat(content).exists();
        assertThat(reference).exists();
    }

    @Test
    void whatNoRunRefersToGoes() throws IOException {
        Files.writeString(folder.resolve("abc/released"), "");
        var other =
                Files.writeString(Files.createDirectory(folder.resolve("abcd")).resolve("b.jar"), "other");

        Removal.unless(files, path("abc"), path("abc/runs"));

        assertThat(content).doesNotExist();
        assertThat(folder.resolve("abc/released")).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void whatIsNotThereIsNoError() throws IOException {
        Removal.unless(files, path("none"), path("none/runs"));

        assertThat(content).exists();
    }

    private org.apache.hadoop.fs.Path path(String below) {
        return files.makeQualified(
                new org.apache.hadoop.fs.Path(folder.resolve(below).toString()));
    }
}
