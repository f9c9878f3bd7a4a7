package dev.kindling.internal.code;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A class path as files: also what its jars refer to, as build tools and IDEs do when there are too many for a command line. */
public final class ClassPath {

    private final Set<Path> entries = new LinkedHashSet<>();

    private ClassPath() {}

    /** The jars and folders of this JVM's class path that are there, in its order. */
    public static List<Path> ofThisJvm() {
        return of(System.getProperty("java.class.path"));
    }

    static List<Path> of(String paths) {
        ClassPath all = new ClassPath();
        Stream.of(paths.split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .forEach(all::add);
        return List.copyOf(all.entries);
    }

    private void add(Path entry) {
        if (Files.exists(entry) && entries.add(entry.toAbsolutePath().normalize()) && Files.isRegularFile(entry)) {
            referred(entry).forEach(this::add);
        }
    }

    /** The manifest's {@code Class-Path}: URIs, relative to the jar (JAR file specification). */
    private static List<Path> referred(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .stream()
                    .flatMap(uris -> Stream.of(uris.trim().split(" +")))
                    .map(uri -> jar.toUri().resolve(uri))
                    .filter(uri -> "file".equals(uri.getScheme()))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the class path has " + jar + ", which cannot be read", e);
        }
    }
}
