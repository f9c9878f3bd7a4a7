package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.ApplicationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, with artifacts of one class. */
record MavenFolder(Path root) {

    static MavenFolder in(Path root) throws IOException {
        return new MavenFolder(Files.createDirectories(root));
    }

    MavenFolder artifact(String group, String name, String version, String source) throws IOException {
        var at = Files.createDirectories(
                root.resolve(group.replace('.', '/')).resolve(name).resolve(version));
        var pom = Files.writeString(
                at.resolve(name + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>"
                        .formatted(group, name, version));
        var jar = at.resolve(name + "-" + version + ".jar");
        pack(jar, source);
        sign(pom);
        sign(jar);
        return this;
    }

    private void pack(Path jar, String source) throws IOException {
        var type = source.replaceAll("(?s).*package (\\w+);.*class (\\w+) .*", "$1/$2");
        var work = Files.createTempDirectory(root, "classes");
        var file = Files.writeString(work.resolve(type.substring(type.indexOf('/') + 1) + ".java"), source);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-d", work.toString(), file.toString()))
                .isZero();
        try (var zip = new JarOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new JarEntry(type + ".class"));
            Files.copy(work.resolve(type + ".class"), zip);
        }
    }

    private static void sign(Path file) throws IOException {
        try {
            var sum = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
            Files.writeString(Path.of(file + ".sha1"), HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked alone, with a cache of its own. */
    ApplicationSpec usedBy(ApplicationSpec spec, Path folder) throws IOException {
        var settings = Files.writeString(
                folder.resolve("ivysettings.xml"),
                """
                <ivysettings>
                  <settings defaultResolver="own"/>
                  <resolvers><ibiblio name="own" m2compatible="true" root="%s"/></resolvers>
                </ivysettings>
                """
                        .formatted(root.toUri()));
        return spec.conf("spark.jars.ivySettings", settings.toString())
                .conf("spark.jars.ivy", folder.resolve("ivy").toString());
    }
}
