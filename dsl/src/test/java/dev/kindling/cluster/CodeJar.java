package dev.kindling.cluster;

import dev.kindling.Spark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Jars made of classes on this JVM's class path, for pods that have no file of this machine. */
final class CodeJar {

    private CodeJar() {}

    /** A file in the folder with these classes and everything nested in them: an executor's tasks. */
    static Path of(Path folder, Class<?>... classes) throws IOException {
        Path jar = folder.resolve("tasks.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addAll(out, classes);
        }
        return jar;
    }

    /** The library's classes that are wanted, and these: a driver's program, in parts that fit into a config map. */
    static byte[] ofLibrary(Predicate<String> wanted, Class<?>... classes) throws IOException {
        Predicate<String> chosen = wanted.and(name -> name.endsWith(".class"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            Path library = location(Spark.class);
            if (Files.isDirectory(library)) {
                add(out, library, chosen);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + library.toUri()), Map.of())) {
                    add(out, jar.getPath("/"), chosen);
                }
            }
            addAll(out, classes);
        }
        return bytes.toByteArray();
    }

    private static void addAll(JarOutputStream out, Class<?>... classes) throws IOException {
        for (Class<?> type : classes) {
            String path = type.getName().replace('.', '/');
            add(out, location(type), name -> name.equals(path + ".class") || name.startsWith(path + "$"));
        }
    }

    private static void add(JarOutputStream out, Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (wanted.test(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
