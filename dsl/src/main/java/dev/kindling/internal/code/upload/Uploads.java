package dev.kindling.internal.code.upload;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files to a folder of an object store. Objects appear whole or not at all. Large ones are sent in parts, and what
 * has arrived of them is noted on this machine, so that a later attempt, also of another process, sends the rest. Uploads
 * that nobody goes on with are found by these notes alone: the store's own list also has those that other machines are at.
 */
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int PARTS_AT_A_TIME = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FOR_OTHERS = Duration.ofMinutes(10);

    private final FileSystem files;
    private final Path folder;
    private final String store;
    private final NotesFolder notes;
    private final Lanes lanes = new Lanes(PARTS_AT_A_TIME, PATIENCE);

    /**
     * @param store what tells it from others that have a folder of the same name; without spaces
     * @param notes where what has arrived is noted
     */
    public Uploads(FileSystem files, Path folder, String store, java.nio.file.Path notes) {
        this.files = files;
        this.folder = folder;
        this.store = store;
        this.notes = new NotesFolder(notes);
    }

    /** Whether it was not there yet. */
    public boolean bring(FileParts parts, Path target, ByteProgress progress) throws IOException {
        if (isThere(target, parts.size())) {
            return false;
        }
        if (parts.count() > 1) {
            return inParts(parts, target, progress);
        }
        whole(parts, target, progress);
        return true;
    }

    private boolean isThere(Path target, long size) throws IOException {
        try {
            return files.getFileStatus(target).getLen() == size;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    private void whole(FileParts parts, Path target, ByteProgress progress) throws IOException {
        try (var in = new PartStream(parts, 1, progress::sent, Thread.currentThread()::isInterrupted)) {
            var out = files.create(target, true);
            try {
                in.transferTo(out);
                in.verify();
            } catch (IOException e) {
                out.abort();
                throw e;
            }
            out.close();
            if (Thread.currentThread().isInterrupted()) { // Which the connector does not tell.
                throw new InterruptedIOException("the upload of " + parts.file() + " was interrupted");
            }
        }
    }

    private boolean inParts(FileParts parts, Path target, ByteProgress progress) throws IOException {
        try (var mine = notes.of(store + " " + target, FOR_OTHERS, progress::waits);
                var uploader = uploader()) {
            if (isThere(target, parts.size())) {
                return false; // Since it was another's turn.
            }
            send(parts, target, mine, uploader, progress);
            mine.clear();
            return true;
        }
    }

    private MultipartUploader uploader() throws IOException {
        return files.createMultipartUploader(folder).build();
    }

    private void send(FileParts parts, Path target, Notes mine, MultipartUploader uploader, ByteProgress progress)
            throws IOException {
        var isLater = mine.upload().isPresent();
        try {
            new PartedUpload(uploader, target, parts, mine, lanes, progress).run();
        } catch (IOException e) {
            if (!isRefusal(e)) {
                throw e; // It was cut off: a later attempt goes on.
            }
            if (isThere(target, parts.size())) {
                return; // What was cut off is the last answer.
            }
            if (!isAbandoned(mine, uploader) || !isLater) {
                throw e;
            }
            progress.beginsAnew();
            send(parts, target, mine, uploader, progress);
        }
    }

    /** Trying again as it is would be refused again. The connector's own types are not on every class path. */
    private static boolean isRefusal(IOException e) {
        return e instanceof AccessDeniedException
                || e instanceof FileNotFoundException
                || e instanceof PathIOException
                || e instanceof ChangedFileException
                || e.getClass().getSimpleName().equals("AWSBadRequestException");
    }

    /** Those in the folder that nobody has gone on with since: the store gives up what has arrived of them. */
    public void abandonUnfinished(Instant since) throws IOException {
        for (var left : notes.unfinished(store + " " + folder + "/", since)) {
            try (left;
                    var uploader = uploader()) {
                isAbandoned(left, uploader);
            }
        }
    }

    private boolean isAbandoned(Notes noted, MultipartUploader uploader) {
        var target = new Path(noted.target().substring(store.length() + 1));
        try {
            for (var upload : noted.upload().stream().toList()) {
                uploader.abort(upload, target).get(1, TimeUnit.MINUTES);
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof FileNotFoundException)) {
                LOG.warn(
                        "What has arrived of {} stays in the store: {}",
                        target,
                        e.getCause().toString());
                return false;
            }
        } catch (IOException | TimeoutException e) {
            LOG.warn("What has arrived of {} stays in the store: {}", target, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        noted.clear();
        return true;
    }
}
