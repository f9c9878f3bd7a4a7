package dev.kindling.embedded.internal.kubelet.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Classes of Spark's jars as the JVM wants them in memory (an AppCDS archive): halves the start of an executor. Made by a
 * training run the first time and kept for every later one with the same JDK and the same jars.
 */
public final class SharedArchive {

    private final Path folder;
    private final Consumer<String> progress;

    /** @param folder kept between runs; made if missing */
    public SharedArchive(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Empty if it could not be made: the reason is told, and JVMs start without. */
    CompletableFuture<Optional<Path>> of(List<Path> jars) {
        var made = new CompletableFuture<Optional<Path>>();
        try {
            Files.createDirectories(folder);
            Path archive = folder.resolve("spark-" + key(jars) + ".jsa");
            if (Files.exists(archive)) {
                made.complete(Optional.of(archive));
            } else {
                var training = new Thread(() -> made.complete(train(jars, archive)), "shared archive training");
                training.setDaemon(true);
                training.start();
            }
        } catch (IOException e) {
            progress.accept("no shared class archive, executors start more slowly: " + e);
            made.complete(Optional.empty());
        }
        return made;
    }

    private Optional<Path> train(List<Path> jars, Path archive) {
        Path lock = folder.resolve("training.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            // Another JVM may have made it while this one waited for the lock.
            if (held.isValid() && !Files.exists(archive)) {
                make(jars, archive);
            }
            return Optional.of(archive);
        } catch (IOException e) {
            progress.accept("no shared class archive, executors start more slowly: " + e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void make(List<Path> jars, Path archive) throws IOException, InterruptedException {
        progress.accept("making the shared class archive of Spark's jars: once per machine, some 15 s");
        Instant start = Instant.now();
        Path unfinished = folder.resolve("training-" + UUID.randomUUID() + ".jsa");
        try {
            ArchiveTraining.run(jars, unfinished);
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        progress.accept("shared class archive made in "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
    }

    /** Everything the JVM checks before it uses an archive; a jar that differs in any of it makes another archive. */
    private static String key(List<Path> jars) throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version"))
                .append(System.getProperty("java.home"))
                .append(ArchiveTraining.VERSION);
        for (Path jar : jars) {
            text.append('\n').append(jar).append(' ').append(Files.size(jar)).append(' ');
            text.append(Files.getLastModifiedTime(jar).toMillis());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
