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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Classes of Spark's jars as the JVM wants them in memory (an AppCDS archive): halves the start of an executor. Made by a
 * training run the first time and kept for every later one with the same JDK and the same jars.
 */
public final class SharedArchive {

    /** A file lock holds off other JVMs, but is an error within one. */
    private static final ReentrantLock ONE_IN_THIS_JVM = new ReentrantLock();

    private final Path folder;
    private final ArchiveTraining training;
    private final Consumer<String> progress;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

    /** @param folder kept between runs; made if missing */
    public SharedArchive(Path folder, ArchiveTraining training, Consumer<String> progress) {
        this.folder = folder;
        this.training = training;
        this.progress = progress;
    }

    /** Empty if it could not be made: the reason is told, and JVMs start without. */
    CompletableFuture<Optional<Path>> of(List<Path> jars) {
        try {
            Files.createDirectories(folder);
            Path archive = folder.resolve("spark-" + key(jars) + ".jsa");
            if (Files.exists(archive)) {
                return CompletableFuture.completedFuture(Optional.of(archive));
            }
            return CompletableFuture.supplyAsync(() -> train(jars, archive), this::inBackground)
                    .exceptionally(this::without)
                    // Even a listener that fails keeps no pod from starting.
                    .exceptionally(failure -> Optional.empty());
        } catch (IOException e) {
            return CompletableFuture.completedFuture(without(e));
        }
    }

    /** Ends a training that is under way, and returns when nothing of it is left. */
    public void stop() throws InterruptedException {
        Thread thread = worker.get();
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    private void inBackground(Runnable work) {
        var thread = new Thread(work, "shared archive training");
        thread.setDaemon(true);
        worker.set(thread);
        thread.start();
    }

    private Optional<Path> without(Throwable why) {
        Throwable cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        progress.accept("no shared class archive, executors start more slowly: " + cause);
        return Optional.empty();
    }

    private Optional<Path> train(List<Path> jars, Path archive) {
        try {
            ONE_IN_THIS_JVM.lockInterruptibly();
            try {
                trainUnlessMade(jars, archive);
                return Optional.of(archive);
            } finally {
                ONE_IN_THIS_JVM.unlock();
            }
        } catch (IOException e) {
            return without(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void trainUnlessMade(List<Path> jars, Path archive) throws IOException, InterruptedException {
        Path lock = folder.resolve("training.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            // Somebody else may have made it while this one waited for the locks.
            if (held.isValid() && !Files.exists(archive)) {
                make(jars, archive);
            }
        }
    }

    private void make(List<Path> jars, Path archive) throws IOException, InterruptedException {
        progress.accept("making the shared class archive of Spark's jars: once per machine, some 15 s");
        Instant start = Instant.now();
        // One name, guarded by the lock: what a killed JVM leaves of it is overwritten by the next.
        Path unfinished = folder.resolve("unfinished.jsa");
        try {
            training.run(jars, trained -> Files.copy(trained, unfinished, StandardCopyOption.REPLACE_EXISTING));
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
