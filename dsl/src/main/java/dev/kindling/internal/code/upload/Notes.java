package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.UploadHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has arrived of one object, so that a later process goes on there. Where no file can be had, in memory alone: an
 * upload works without, but begins anew after its process. Thread-safe.
 */
final class Notes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final String target;
    private final Optional<Path> file;
    private final Optional<Turn> turn;
    private Optional<Underway> underway;

    private Notes(String target, Optional<Path> file, Optional<Turn> turn, Optional<Underway> underway) {
        this.target = target;
        this.file = file;
        this.turn = turn;
        this.underway = underway;
    }

    static Notes in(Path file, Turn turn, String target) throws IOException {
        return new Notes(target, Optional.of(file), Optional.of(turn), Underway.read(file));
    }

    static Notes inMemory(String target) {
        return new Notes(target, Optional.empty(), Optional.empty(), Optional.empty());
    }

    String target() {
        return target;
    }

    synchronized Optional<UploadHandle> upload() {
        return underway.map(Underway::upload);
    }

    synchronized Map<Integer, PartHandle> parts() {
        return underway.map(Underway::parts).orElse(Map.of());
    }

    synchronized void begin(UploadHandle upload) {
        keep(new Underway(target, upload, Map.of()));
    }

    synchronized void done(int part, PartHandle handle) {
        underway.ifPresent(sofar -> keep(sofar.and(part, handle)));
    }

    private void keep(Underway now) {
        underway = Optional.of(now);
        file.ifPresent(path -> {
            try {
                now.write(path);
            } catch (IOException e) {
                LOG.warn("What has arrived of {} is not noted: {}", target, e.toString());
            }
        });
    }

    /** There is no such upload any more. */
    synchronized void clear() {
        underway = Optional.empty();
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("{} stays: {}", path, e.toString());
            }
        });
    }

    @Override
    public void close() {
        turn.ifPresent(mine -> {
            try {
                mine.close();
            } catch (IOException e) {
                LOG.warn("{} may be taken for under way: {}", target, e.toString());
            }
        });
    }
}
