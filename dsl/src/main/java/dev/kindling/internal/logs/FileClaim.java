package dev.kindling.internal.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write a log's file: two processes may follow the same pod, and only one of them keeps its log. The mark of
 * an unfinished log is what is locked.
 *
 * @param path to write to: the one that was asked for, or one of our own that is removed in the end
 */
record FileClaim(Path path, FileChannel lock, boolean isKept) {

    static FileClaim on(Path wanted) throws IOException {
        var lock = open(wanted);
        if (isLocked(lock)) {
            return new FileClaim(wanted, lock, true);
        }
        lock.close();
        var own = Files.createTempFile("kindling-", ".log");
        own.toFile().deleteOnExit();
        return new FileClaim(own, open(own), false);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(LogFolder.unfinished(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Someone in this JVM.
        }
    }

    /** @param whole whether nothing is missing at its end: then it is not unfinished any more */
    void release(boolean whole) throws IOException {
        if (whole || !isKept) {
            Files.deleteIfExists(LogFolder.unfinished(path));
        }
        lock.close();
    }
}
