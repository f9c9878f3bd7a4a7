package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderJarTest {

    @TempDir
    Path temp;

    @Test
    void the_same_files_are_the_same_bytes() throws IOException {
        Path one = folder("one", "a/B.class", "META-INF/services/x", "a/A.class", "META-INF/MANIFEST.MF");
        Path two = folder("two", "META-INF/MANIFEST.MF", "a/A.class", "META-INF/services/x", "a/B.class");
        Files.setLastModifiedTime(two.resolve("a/A.class"), FileTime.from(Instant.EPOCH));

        assertThat(pack(two)).hasSameBinaryContentAs(pack(one));
    }

    @Test
    void another_byte_is_another_jar() throws IOException {
        Path one = folder("one", "a/A.class");
        Path two = folder("two", "a/A.class");
        Files.writeString(two.resolve("a/A.class"), "changed");

        assertThat(Files.mismatch(pack(one), pack(two))).isNotNegative();
    }

    @Test
    void a_jar_reader_finds_manifest_folders_and_content() throws IOException {
        Path folder = folder("one", "a/A.class", "META-INF/MANIFEST.MF");
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nMain-Class: a.A\n");

        try (JarFile jar = new JarFile(pack(folder).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/", "META-INF/MANIFEST.MF", "a/", "a/A.class");
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("a.A");
            assertThat(jar.getInputStream(jar.getEntry("a/A.class"))).hasContent("a/A.class");
        }
    }

    private Path pack(Path folder) {
        Path jar = temp.resolve(folder.getFileName() + ".jar");
        FolderJar.pack(folder, jar);
        return jar;
    }

    /** Each file holds its name. */
    private Path folder(String name, String... files) throws IOException {
        Path folder = temp.resolve(name);
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
        return folder;
    }
}
