package dev.kindling.embedded.internal.kubelet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkJarsTest {

    private static final Set<String> ARTIFACTS =
            Set.of("spark-core_2.13", "log4j-1.2-api", "netty-transport-native-epoll", "stream");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "spark-core_2.13-4.1.1.jar, true",
        "spark-core_2.13-4.2.0-SNAPSHOT.jar, true",
        "log4j-1.2-api-2.24.3.jar, true",
        "netty-transport-native-epoll-4.2.7.Final-linux-x86_64.jar, true",
        "spark-core_2.13-tests-4.1.1.jar, false",
        "log4j-1.2.17.jar, false",
        "my-stream-1.0.jar, false",
        "stream.jar, false",
        "stream-.jar, false",
        "stream-2.9.8.pom, false",
    })
    void belongsToSparkByItsArtifactNameWhateverTheVersion(String jar, boolean spark) {
        assertThat(SparkJars.isOneOf(ARTIFACTS, jar)).isEqualTo(spark);
    }

    @Test
    void theUsersJarsAndClassesAreLeftOutAndTheRestIsSorted() throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                Files.createDirectory(folder.resolve("classes")).toString(),
                jar("stream-2.9.8.jar", "").toString(),
                jar("mine-1.0.jar", "").toString(),
                jar("spark-core_2.13-4.1.1.jar", "").toString());

        assertThat(SparkJars.among(classPath, ARTIFACTS))
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("spark-core_2.13-4.1.1.jar", "stream-2.9.8.jar");
    }

    @Test
    void jarsThatAManifestNamesCount() throws IOException {
        Path stream = jar("stream-2.9.8.jar", "");
        Path booter = jar("booter.jar", stream.toUri() + " missing.jar");

        assertThat(SparkJars.among(booter.toString(), ARTIFACTS)).containsExactly(stream);
    }

    @Test
    void thisBuildKnowsSparksJars() {
        assertThat(SparkJars.ofThisJvm())
                .hasSizeGreaterThan(150)
                .anyMatch(jar -> jar.getFileName().toString().startsWith("spark-kubernetes_"))
                .noneMatch(jar -> jar.toString().contains("kindling"))
                .noneMatch(jar -> jar.getFileName().toString().startsWith("junit"));
    }

    private Path jar(String name, String classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path jar = folder.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
