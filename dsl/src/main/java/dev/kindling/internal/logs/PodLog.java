package dev.kindling.internal.logs;

import dev.kindling.run.KeptLog;
import dev.kindling.run.LogLine;
import dev.kindling.run.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pod's log while it is followed: kept in its file and passed on. Thread-safe. */
final class PodLog implements KeptLog {

    private static final Logger LOG = LoggerFactory.getLogger(PodLog.class);

    private final LogSource source;
    private final FileClaim claim;
    private final Path path;
    private final LogFile file;
    private final List<Consumer<LogLine>> followers = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private boolean wasWritable = true;

    PodLog(LogSource source, LogFolder folder) throws IOException {
        this.source = source;
        folder.create();
        this.claim = FileClaim.on(folder.file(source));
        this.path = claim.path();
        this.file = new LogFile(path, folder.keeping().maxBytesPerLog());
    }

    synchronized void append(String line) {
        try {
            file.append(line);
        } catch (IOException e) {
            warn(e);
        }
        var passed = new LogLine(source, line);
        followers.forEach(follower -> follower.accept(passed));
    }

    /** Once: a full disk would say it for every line. */
    private void warn(IOException e) {
        if (wasWritable) {
            LOG.warn("The log of {} can't be kept in {}", source, path, e);
        }
        wasWritable = false;
    }

    /** Everything so far, then what comes. */
    synchronized void follow(Consumer<LogLine> follower) {
        try (var lines = lines()) {
            lines.forEach(line -> follower.accept(new LogLine(source, line)));
        }
        followers.add(follower);
    }

    /** @param whole whether nothing is missing at its end */
    synchronized void finish(boolean whole) {
        followers.clear();
        try {
            file.close();
            claim.release(whole);
        } catch (IOException e) {
            warn(e);
        }
        end.complete(null);
    }

    /** Completes after the last line. */
    CompletableFuture<Void> end() {
        return end.copy();
    }

    @Override
    public LogSource source() {
        return source;
    }

    @Override
    public synchronized Stream<String> lines() {
        try {
            file.flush();
        } catch (IOException e) {
            // It is finished: everything is in the file.
        }
        return LogFile.lines(path);
    }

    @Override
    public long bytes() {
        return LogFile.bytes(path);
    }

    @Override
    public boolean reachedItsEnd() {
        return end.isDone() && !Files.exists(LogFolder.unfinished(path));
    }
}
