package dev.kindling.shell.console.code;

import dev.kindling.shell.console.remote.Carrier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that Spark serves to executors as {@code spark.repl.class.outputDir}. */
public final class ExecutorFolder implements AutoCloseable {
    private static final List<String> OURS = List.of(
            "Carrier",
            "ConsoleObjectInput",
            "ConsoleVariableException",
            "ConsoleVariables",
            "Snapshot",
            "package-info");

    private final Path folder;

    private ExecutorFolder(Path folder) {
        this.folder = folder;
    }

    /** A new one, with the console's own classes for executors in it. */
    static ExecutorFolder create() {
        try {
            var made = new ExecutorFolder(Files.createTempDirectory("kindling-classes"));
            for (var name : OURS) {
                made.copy(name + ".class");
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the console's classes", e);
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** Whole or not at all, as an executor may ask at any time. */
    void write(String internalName, byte[] bytes) throws IOException {
        var file = folder.resolve(internalName + ".class");
        Files.createDirectories(file.getParent());
        var begun = Files.createTempFile(file.getParent(), "begun", ".tmp");
        Files.write(begun, bytes);
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException("the console's classes in " + folder + " could not be removed", e);
        }
    }

    private void copy(String name) throws IOException {
        try (InputStream in = Carrier.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("class file " + name + " is missing");
            }
            var internalName = Carrier.class.getPackageName().replace('.', '/') + "/" + name.replace(".class", "");
            write(internalName, in.readAllBytes());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
