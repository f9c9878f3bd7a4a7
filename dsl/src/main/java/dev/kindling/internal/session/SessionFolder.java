package dev.kindling.internal.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** The session's own files: a temporary folder that only this user can enter, gone after {@link #close()}. */
final class SessionFolder implements AutoCloseable {

    private final Path folder;

    private SessionFolder(Path folder) {
        this.folder = folder;
    }

    static SessionFolder create() {
        try {
            // Mode 0700 where the file system knows modes: the JDK's default for temporary folders.
            return new SessionFolder(Files.createTempDirectory("kindling-session-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the session's temporary folder in java.io.tmpdir", e);
        }
    }

    /** Writes a file that only this user can read. */
    Path write(String name, String content) {
        try {
            Path file = Files.createFile(folder.resolve(name), onlyMine());
            return Files.writeString(file, content, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the session's folder " + folder, e);
        }
    }

    private static FileAttribute<?>[] onlyMine() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
