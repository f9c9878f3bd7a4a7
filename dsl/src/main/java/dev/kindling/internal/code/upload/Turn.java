package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process at a time does something, and one thread of it; the system gives up the turn of a process that dies. */
final class Turn implements AutoCloseable {

    /** Of this process: closing any channel of a file gives up all its locks, so there must be no second one. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Turn(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty if it is another's. */
    static Optional<Turn> now(Path file) throws IOException {
        return take(file, channel -> channel.tryLock() != null);
    }

    /** Empty if it is another thread's, or another process's for longer than this. */
    static Optional<Turn> within(Path file, Duration limit, Runnable waits) throws IOException {
        return take(file, channel -> {
            if (channel.tryLock() != null) {
                return true;
            }
            waits.run();
            return isLocked(channel, limit);
        });
    }

    private interface Lock {
        boolean tryIt(FileChannel channel) throws IOException;
    }

    private static Optional<Turn> take(Path file, Lock lock) throws IOException {
        if (!TAKEN.add(file)) {
            return Optional.empty();
        }
        var turn = Optional.<Turn>empty();
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                turn = lock.tryIt(channel) ? Optional.of(new Turn(file, channel)) : Optional.empty();
            } catch (OverlappingFileLockException e) {
                return Optional.empty(); // Held by Kindling's classes of another loader.
            } finally {
                if (turn.isEmpty()) {
                    channel.close();
                }
            }
            return turn;
        } finally {
            if (turn.isEmpty()) {
                TAKEN.remove(file);
            }
        }
    }

    /** A channel that is closed wakes up who waits for its lock. */
    private static boolean isLocked(FileChannel channel, Duration limit) throws IOException {
        var lock = new FutureTask<>(channel::lock);
        var thread = new Thread(lock, "kindling-upload-turn");
        thread.setDaemon(true);
        thread.start();
        try {
            lock.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("waiting for a turn: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another process was at it");
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            TAKEN.remove(file);
        }
    }
}
