package dev.kindling.internal.logs;

import dev.kindling.run.KeptLog;
import dev.kindling.run.LogSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A log that someone followed earlier, perhaps another process. */
record StoredLog(LogSource source, Path file) implements KeptLog {

    @Override
    public Stream<String> lines() {
        return LogFile.lines(file);
    }

    @Override
    public long bytes() {
        return LogFile.bytes(file);
    }

    @Override
    public boolean reachedItsEnd() {
        return !Files.exists(LogFolder.unfinished(file));
    }
}
