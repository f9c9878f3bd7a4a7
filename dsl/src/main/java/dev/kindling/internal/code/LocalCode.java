package dev.kindling.internal.code;

import dev.kindling.internal.bootstrap.Bootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of this machine as contents: folders of classes packed, what Kindling adds written down; removed when closed. */
final class LocalCode implements AutoCloseable {
    private static final int DIGITS = 8;

    private final Map<Path, Content> contents = new LinkedHashMap<>();
    private final Path scratch;

    LocalCode() {
        try {
            scratch = Files.createTempDirectory("kindling-code-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made to pack code in", e);
        }
    }

    Content of(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        var known = contents.get(absolute);
        return known != null ? known : put(absolute);
    }

    private Content put(Path file) {
        var name = file.getFileName().toString();
        var content =
                distinct(Files.isDirectory(file) ? Content.of(packed(file), name + ".jar") : Content.of(file, name));
        contents.put(file, content);
        return content;
    }

    /** Spark hands files out by name: of two that have the same one, the second gets some of its hash. */
    private Content distinct(Content content) {
        var isTaken = contents.values().stream()
                .anyMatch(other ->
                        other.name().equals(content.name()) && !other.sha256().equals(content.sha256()));
        return isTaken ? content.name(marked(content.name(), content.sha256().substring(0, DIGITS))) : content;
    }

    /** Before the ending, by which Python and Spark tell what it is. */
    private static String marked(String name, String mark) {
        var dot = name.lastIndexOf('.');
        var end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + "-" + mark + name.substring(end);
    }

    /** What a driver runs first: a jar, or where Kindling is built from its sources a folder of classes. */
    Content bootstrap() {
        var here = CodeLocation.of(Bootstrap.class);
        return contents.computeIfAbsent(
                here, file -> Content.of(Files.isDirectory(file) ? packed(file) : file, "kindling-bootstrap.jar"));
    }

    Content pythonBootstrap() {
        try (InputStream script =
                Objects.requireNonNull(Bootstrap.class.getResourceAsStream("kindling_bootstrap.py"))) {
            return written("kindling_bootstrap.py", script.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Content text(String name, List<String> lines) {
        return written(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private Content written(String name, byte[] bytes) {
        return contents.computeIfAbsent(scratch.resolve(name), file -> {
            try {
                return Content.of(Files.write(file, bytes), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Path packed(Path folder) {
        var jar = scratch.resolve("packed-" + contents.size() + ".jar");
        try {
            FolderJar.pack(folder, jar);
        } catch (UncheckedIOException e) {
            throw Unreadable.of(folder, e.getCause());
        }
        return jar;
    }

    List<Content> all() {
        return List.copyOf(contents.values());
    }

    @Override
    public void close() {
        try (var all = Files.walk(scratch)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(scratch + " cannot be removed", e);
        }
    }
}
