package dev.kindling.internal.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;

/** Copies of shipped files in a folder of this JVM, some fetched at a time; gone when it ends. */
final class Fetched {
    private static final int AT_A_TIME = 8;
    private static final String IN_IMAGE = "local:";

    private final Configuration settings;
    private final Path folder;

    private Fetched(Configuration settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    static Fetched with(Configuration settings) {
        try {
            var folder = Files.createTempDirectory("kindling-code-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return new Fetched(settings, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no folder can be made for the program's code; java.io.tmpdir is "
                            + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    /** In their order. What is in the image stays there. */
    List<Path> all(List<String> uris) {
        var pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var copies = uris.stream()
                    .map(uri -> CompletableFuture.supplyAsync(() -> one(uri), pool))
                    .toList();
            return copies.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private Path one(String uri) {
        return uri.startsWith(IN_IMAGE)
                ? Path.of(uri.substring(IN_IMAGE.length()).replaceFirst("^//", ""))
                : ContentFile.of(uri).fetch(settings, folder);
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("kindling: " + folder + " is left behind: " + e.getMessage());
        }
    }
}
