package dev.kindling.internal.code.upload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One upload of one file: sends the parts that are missing, some at a time, and makes an object of all of them. */
final class PartedUpload {
    private static final Logger LOG = LoggerFactory.getLogger(PartedUpload.class);
    private static final long SECONDS_TO_END = 2;

    /** Stores make one object of many parts in that time. */
    private static final long MINUTES_TO_ANSWER = 10;

    private final MultipartUploader uploader;
    private final Path target;
    private final FileParts parts;
    private final Notes notes;
    private final Lanes lanes;
    private final ByteProgress progress;

    private volatile boolean isCancelled;

    /** No further part is begun; those on their way go to their end, as they are noted. */
    private volatile boolean hasFailed;

    PartedUpload(
            MultipartUploader uploader, Path target, FileParts parts, Notes notes, Lanes lanes, ByteProgress progress) {
        this.uploader = uploader;
        this.target = target;
        this.parts = parts;
        this.notes = notes;
        this.lanes = lanes;
        this.progress = progress;
    }

    /** Goes on with the upload that is noted, else begins one; what has arrived when it fails is noted. */
    void run() throws IOException {
        try {
            if (notes.upload().isEmpty()) {
                notes.begin(answer(uploader.startUpload(target)));
            }
            var upload = notes.upload().orElseThrow();
            sendMissing(upload);
            answer(uploader.complete(upload, target, notes.parts()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the upload of " + parts.file() + " was interrupted");
        }
    }

    private void sendMissing(UploadHandle upload) throws IOException, InterruptedException {
        var arrived = notes.parts().keySet();
        if (!arrived.isEmpty()) {
            progress.goesOnAt(arrived.stream().mapToLong(parts::length).sum());
        }
        var missing = IntStream.rangeClosed(1, parts.count())
                .filter(part -> !arrived.contains(part))
                .toArray();
        var sent = new ArrayList<CompletableFuture<Void>>();
        try {
            for (var part : missing) {
                lanes.enter();
                if (hasFailed) {
                    lanes.leave();
                    break;
                }
                sent.add(send(upload, part));
            }
            lanes.await(all(sent));
        } catch (IOException | InterruptedException | RuntimeException e) {
            end(sent);
            throw e;
        }
    }

    /** Leaves its lane when it has ended. */
    private CompletableFuture<Void> send(UploadHandle upload, int part) throws IOException {
        var bytes = bytes(part);
        try {
            return uploader.putPart(upload, part, part == parts.count(), target, bytes, bytes.length())
                    .thenAccept(handle -> arrived(bytes, part, handle))
                    .whenComplete((none, failure) -> ended(bytes, failure != null));
        } catch (IOException | RuntimeException e) {
            ended(bytes, true);
            throw e;
        }
    }

    private PartStream bytes(int part) throws IOException {
        try {
            return new PartStream(parts, part, this::passed, () -> isCancelled);
        } catch (IOException e) {
            hasFailed = true;
            lanes.leave();
            throw e;
        }
    }

    private void passed(long bytes) {
        lanes.moved(bytes);
        progress.sent(bytes);
    }

    private void arrived(PartStream bytes, int part, PartHandle handle) {
        try {
            bytes.verify();
        } catch (ChangedFileException e) {
            throw new CompletionException(e);
        }
        notes.done(part, handle);
    }

    private void ended(PartStream bytes, boolean inVain) {
        hasFailed |= inVain;
        lanes.leave();
        try {
            bytes.close();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Nothing is read for them any more; what does not notice within a while is ended with its connection. */
    private void end(List<CompletableFuture<Void>> sent) {
        isCancelled = true;
        try {
            all(sent).get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("parts of {} that were on their way: {}", target, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> sent) {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    private static <T> T answer(CompletableFuture<T> question) throws IOException, InterruptedException {
        try {
            return question.get(MINUTES_TO_ANSWER, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException refused ? refused : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the store has not answered for " + MINUTES_TO_ANSWER + " minutes");
        }
    }
}
