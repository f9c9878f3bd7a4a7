package dev.kindling.internal.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Folders for as long as a run is looked at; a JVM that ends before takes them along. */
final class TemporaryFolders {

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolders::deleteAll, "kindling-logs-delete"));
    }

    private TemporaryFolders() {}

    /** A name; whoever writes makes the folder. */
    static Path next() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "kindling-run-" + UUID.randomUUID());
        OPEN.add(folder);
        return folder;
    }

    static void delete(Path folder) throws IOException {
        OPEN.remove(folder);
        deleteTree(folder);
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteAll() {
        for (var folder : OPEN) {
            try {
                deleteTree(folder);
            } catch (IOException | UncheckedIOException e) {
                // Someone still writes to it; the system's own clean-up of temporary files is left to it.
            }
        }
    }
}
