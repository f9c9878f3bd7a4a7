package dev.kindling.internal.code.upload;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * A part, read from its file as it is sent, so that memory does not grow with it. Begins again after {@link #reset}, which
 * is how the AWS SDK sends again what was cut off.
 */
final class PartStream extends InputStream {
    private final FileParts parts;
    private final int part;
    private final LongConsumer passed;
    private final BooleanSupplier isCancelled;
    private final RandomAccessFile file;
    private final CRC32C sum = new CRC32C();
    private long position;

    /** @param passed is told of bytes that were read, and by a negative number of those to be read again */
    PartStream(FileParts parts, int part, LongConsumer passed, BooleanSupplier isCancelled) throws IOException {
        this.parts = parts;
        this.part = part;
        this.passed = passed;
        this.isCancelled = isCancelled;
        this.file = open(parts.file());
        file.seek(parts.offset(part));
    }

    /** A store's own objects can be missing, too: that is something else. */
    private static RandomAccessFile open(Path file) throws ChangedFileException {
        try {
            return new RandomAccessFile(file.toFile(), "r");
        } catch (FileNotFoundException e) {
            throw new ChangedFileException(e);
        }
    }

    long length() {
        return parts.length(part);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (isCancelled.getAsBoolean()) {
            throw new InterruptedIOException("the upload of " + parts.file() + " was interrupted");
        }
        var left = length() - position;
        if (left <= 0) {
            return -1;
        }
        var read = file.read(bytes, offset, (int) Math.min(wanted, left));
        if (read < 0) {
            throw new ChangedFileException(parts.file());
        }
        sum.update(bytes, offset, read);
        position += read;
        passed.accept(read);
        return read;
    }

    /** When all was sent: was it what the file held when it was read first? */
    void verify() throws ChangedFileException {
        if (position != length() || (int) sum.getValue() != parts.sum(part)) {
            throw new ChangedFileException(parts.file());
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    /** Its beginning is the only mark. */
    @Override
    public void mark(int limit) {}

    @Override
    public void reset() throws IOException {
        file.seek(parts.offset(part));
        passed.accept(-position);
        position = 0;
        sum.reset();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
