package dev.kindling.internal.code.upload;

import dev.kindling.internal.bootstrap.ContentFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads under way, of all processes of this user: a file each, called by the hash of its target. */
final class NotesFolder {
    private static final Logger LOG = LoggerFactory.getLogger(NotesFolder.class);
    private static final String SUFFIX = ".upload";

    private final Path folder;

    NotesFolder(Path folder) {
        this.folder = folder;
    }

    /** After other processes that bring the same, but not later than this. */
    Notes of(String target, Duration limit, Runnable waits) throws IOException {
        try {
            var file = Files.createDirectories(folder).resolve(hash(target) + SUFFIX);
            var turn = Turn.within(lock(file), limit, waits);
            return turn.isPresent() ? Notes.in(file, turn.get(), target) : Notes.inMemory(target);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("Uploads are not noted, so none goes on in another process: {}", e.toString());
            return Notes.inMemory(target);
        }
    }

    /** Of targets that begin so, those that nobody is at, and that have not gone on since; to be closed. */
    List<Notes> unfinished(String prefix, Instant since) {
        var found = new ArrayList<Notes>();
        try (var all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : all) {
                unfinished(file, prefix, since).ifPresent(found::add);
            }
        } catch (IOException e) {
            LOG.debug("No uploads are noted: {}", e.toString());
        }
        return found;
    }

    private static Optional<Notes> unfinished(Path file, String prefix, Instant since) throws IOException {
        var noted = Underway.read(file).filter(upload -> upload.target().startsWith(prefix));
        if (noted.isEmpty() || Files.getLastModifiedTime(file).toInstant().isAfter(since)) {
            return Optional.empty();
        }
        var turn = Turn.now(lock(file));
        return turn.isPresent()
                ? Optional.of(Notes.in(file, turn.get(), noted.get().target()))
                : Optional.empty();
    }

    private static Path lock(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static String hash(String target) {
        return HexFormat.of().formatHex(ContentFile.sha256().digest(target.getBytes(StandardCharsets.UTF_8)));
    }
}
