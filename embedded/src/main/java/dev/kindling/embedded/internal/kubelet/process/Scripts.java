package dev.kindling.embedded.internal.kubelet.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The shell scripts beside this class, as commands. They are handed to {@code sh -c}, so that no file is needed. */
final class Scripts {

    private Scripts() {}

    static List<String> command(String script, String... arguments) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", text(script), script));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String text(String script) {
        try (InputStream in = Scripts.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("script " + script + " is missing from Kindling's own jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading script " + script, e);
        }
    }
}
