package dev.kindling.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    @TempDir
    Path folder;

    @Test
    void jars_that_only_name_others_are_followed_once() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("my classes"));
        Path library = jar("library-1.jar", "");
        Path all = jar("all.jar", "my%20classes/ library-1.jar absent.jar all.jar " + library.toUri());

        assertThat(ClassPath.of(all + File.pathSeparator + library)).containsExactly(all, classes, library);
    }

    @Test
    void this_jvm_has_the_class_and_the_test() {
        assertThat(ClassPath.ofThisJvm()).contains(CodeLocation.of(ClassPathTest.class), CodeLocation.of(Test.class));
    }

    @Test
    void what_the_image_has_in_any_version_is_not_lacking() {
        ImageJars spark = ImageJars.ofSpark("4.1.1");

        assertThat(spark.lacking(List.of(
                        Path.of("lib/hadoop-client-api-3.4.3.jar"),
                        Path.of("lib/spark-sql_2.13-4.1.1.jar"),
                        Path.of("lib/my-etl-1.0-SNAPSHOT.jar"),
                        Path.of("target/classes"))))
                .containsExactly(Path.of("lib/my-etl-1.0-SNAPSHOT.jar"), Path.of("target/classes"));
    }

    private Path jar(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path jar = folder.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
