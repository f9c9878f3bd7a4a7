package dev.kindling.internal.logs;

import dev.kindling.internal.files.UserFolders;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the logs of one run are: {@code ROOT/CLUSTER/NAMESPACE/NAME/UID/ATTEMPT_EXECUTOR_POD_PODUID.log}, where a driver's
 * executor is {@code driver}. A log that did not reach its end has a file {@code ….log.part} beside it.
 */
final class LogFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LogFolder.class);

    private static final String SUFFIX = ".log";
    private static final String DRIVER = "driver";

    private final Path root;
    private final Path folder;
    private final LogKeeping keeping;

    private LogFolder(Path root, Path folder, LogKeeping keeping) {
        this.root = root;
        this.folder = folder;
        this.keeping = keeping;
    }

    /** Where nothing is to be kept it is a folder for as long as the run is looked at. */
    static LogFolder of(RunKey run, LogKeeping keeping) {
        var root =
                keeping.isOn() ? keeping.folder().orElseGet(() -> UserFolders.state("logs")) : TemporaryFolders.next();
        var folder = root.resolve(run.cluster())
                .resolve(run.namespace())
                .resolve(run.name())
                .resolve(run.uid());
        return new LogFolder(root, folder, keeping);
    }

    /** Removes the oldest runs' logs, if there are too many. */
    void makeRoom() {
        try {
            if (keeping.isOn() && FolderLimit.isDue(root, Instant.now())) {
                FolderLimit.apply(root, keeping.maxBytes());
            }
        } catch (IOException e) {
            LOG.warn("{} can't be kept within {} bytes", root, keeping.maxBytes(), e);
        }
    }

    /** Logs may hold what is nobody else's business. */
    void create() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whether the pod's log is kept to its end, by whomever. */
    boolean isWhole(String uid) {
        return sources().stream()
                .filter(source -> source.uid().equals(uid))
                .map(this::file)
                .anyMatch(file -> !Files.exists(unfinished(file)));
    }

    LogKeeping keeping() {
        return keeping;
    }

    Path file(LogSource source) {
        return folder.resolve(source.attempt() + "_" + (source.isDriver() ? DRIVER : source.executor()) + "_"
                + source.pod() + "_" + source.uid() + SUFFIX);
    }

    /** Drivers of an attempt first, then executors by their number. */
    List<LogSource> sources() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .flatMap(name -> source(name).stream())
                    .sorted(Comparator.comparingInt(LogSource::attempt)
                            .thenComparing(source -> !source.isDriver())
                            .thenComparing(source -> source.executor().length())
                            .thenComparing(LogSource::executor))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // Nothing was kept, or it is being removed.
        }
    }

    private static Optional<LogSource> source(String file) {
        var parts = file.endsWith(SUFFIX)
                ? file.substring(0, file.length() - SUFFIX.length()).split("_")
                : new String[0];
        return parts.length == 4 && parts[0].matches("\\d{1,9}")
                ? Optional.of(new LogSource(
                        Integer.parseInt(parts[0]), parts[1].equals(DRIVER) ? "" : parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    void delete() throws IOException {
        if (keeping.isOn()) {
            TemporaryFolders.deleteTree(folder);
        } else {
            TemporaryFolders.delete(root);
        }
    }

    Path path() {
        return folder;
    }
}
