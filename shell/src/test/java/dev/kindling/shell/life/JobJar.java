package dev.kindling.shell.life;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar with the job's class: pods have no other part of the tests. */
final class JobJar {
    private JobJar() {}

    static byte[] bytes() throws IOException {
        var entry = RoundsJob.class.getName().replace('.', '/') + ".class";
        var jar = new ByteArrayOutputStream();
        try (var in = RoundsJob.class.getClassLoader().getResourceAsStream(entry);
                var out = new JarOutputStream(jar)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return jar.toByteArray();
    }
}
