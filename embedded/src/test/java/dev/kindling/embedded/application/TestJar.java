package dev.kindling.embedded.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar with one class of the tests: pods have no other part of the tests on their class path. */
final class TestJar {

    private TestJar() {}

    static Path of(Class<?> job, Path folder) throws IOException {
        var jar = folder.resolve(job.getSimpleName() + ".jar");
        var entry = job.getName().replace('.', '/') + ".class";
        try (var in = job.getClassLoader().getResourceAsStream(entry);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }
}
