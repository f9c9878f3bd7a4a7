package dev.kindling.embedded.internal.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /**
     * In {@code wanted}, or in a new temporary folder.
     *
     * @throws IllegalArgumentException if something is in {@code wanted} that closing would take away
     */
    public static StateFolder open(Optional<Path> wanted) {
        try {
            if (wanted.isEmpty()) {
                return new StateFolder(Files.createTempDirectory("kindling-", PRIVATE_FOLDER), false);
            }
            var state = new StateFolder(Files.createDirectories(wanted.get().toAbsolutePath(), PRIVATE_FOLDER), true);
            state.refuseWhatIsNotOurs();
            Files.setPosixFilePermissions(state.folder, PRIVATE_FOLDER.value());
            return state;
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

    /** A kubeconfig of our own is what a killed JVM leaves: its pods are gone, and nobody listens where it points to. */
    private void refuseWhatIsNotOurs() throws IOException {
        Path file = kubeconfig();
        boolean foreign = isThere(file) && !(Files.isRegularFile(file) && Kubeconfig.isOurs(Files.readString(file)));
        if (foreign || isThere(pods())) {
            throw new IllegalArgumentException("The folder " + folder + " already holds \""
                    + (foreign ? file : pods()).getFileName()
                    + "\", which would be removed on close: write .folder(..) with a folder of its own for each embedded"
                    + " Kubernetes, or leave it out for a temporary one");
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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
