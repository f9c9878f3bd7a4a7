package dev.kindling.internal.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Removes the oldest runs' logs until the folder is within its limit. */
final class FolderLimit {

    /** CLUSTER/NAMESPACE/NAME/UID. */
    private static final int DEPTH = 4;

    /** What was written to lately is someone's who follows. */
    private static final Duration IN_USE = Duration.ofHours(1);

    /** Looking at a large folder takes its time: once in a while is enough for any number of runs. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private static final Map<Path, Instant> LAST = new ConcurrentHashMap<>();

    private FolderLimit() {}

    /** Whether it was not done lately; it counts as done from then on. */
    static boolean isDue(Path root, Instant now) {
        return now.equals(
                LAST.merge(root, now, (last, late) -> last.plus(BETWEEN).isBefore(late) ? late : last));
    }

    static void apply(Path root, long maxBytes) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        var runs = runs(root);
        var bytes = runs.stream().mapToLong(Run::bytes).sum();
        for (var run : runs) {
            if (bytes <= maxBytes || run.changed().isAfter(Instant.now().minus(IN_USE))) {
                return;
            }
            for (var file : run.files()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(run.folder());
            bytes -= run.bytes();
        }
    }

    /** The oldest first. */
    private static List<Run> runs(Path root) throws IOException {
        try (Stream<Path> folders =
                Files.find(root, DEPTH, (path, is) -> is.isDirectory() && path.getNameCount() == depth(root))) {
            return folders.map(Run::of)
                    .sorted(Comparator.comparing(Run::changed))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int depth(Path root) {
        return root.getNameCount() + DEPTH;
    }

    private record Run(Path folder, List<Path> files, long bytes, Instant changed) {
        static Run of(Path folder) {
            try (Stream<Path> listed = Files.list(folder)) {
                var files = listed.toList();
                return new Run(
                        folder,
                        files,
                        files.stream().mapToLong(file -> file.toFile().length()).sum(),
                        Instant.ofEpochMilli(files.stream()
                                .mapToLong(file -> file.toFile().lastModified())
                                .max()
                                .orElse(0)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
