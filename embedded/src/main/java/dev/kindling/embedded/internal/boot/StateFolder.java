package dev.kindling.embedded.internal.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where everything on disk is, for this user only. What was made here is removed on close: a temporary folder as a
 * whole, of a folder the user gave only what is ours.
 */
public final class StateFolder implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = mode("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = mode("rwx------");

    private final Path folder;
    private final boolean given;

    private StateFolder(Path folder, boolean given) {
        this.folder = folder;
        this.given = given;
    }

    /** In {@code wanted}, or in a new temporary folder. */
    public static StateFolder open(Optional<Path> wanted) {
        try {
            if (wanted.isEmpty()) {
                return new StateFolder(Files.createTempDirectory("kindling-", PRIVATE_FOLDER), false);
            }
            Path folder = Files.createDirectories(wanted.get().toAbsolutePath(), PRIVATE_FOLDER);
            Files.setPosixFilePermissions(folder, PRIVATE_FOLDER.value());
            return new StateFolder(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "making the state folder " + wanted.map(Path::toString).orElse(""), e);
        }
    }

    /** The part that the kubelet owns, and removes however this JVM ends: of a temporary folder the whole. */
    public Path pods() {
        return given ? folder.resolve("pods") : folder;
    }

    /** Writes the file that opens the server, readable by this user only from its first byte on. */
    public Path writeKubeconfig(String text) {
        Path file = kubeconfig();
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PRIVATE_FILE);
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(kubeconfig());
            deleteTree(pods());
        } catch (IOException e) {
            throw new UncheckedIOException("removing the state in " + folder, e);
        }
    }

    private Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(root)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
