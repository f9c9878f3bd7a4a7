package dev.kindling.embedded.internal.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Reads a container's log piece by piece, only whole lines, as the request wants them. Not thread-safe. */
final class LogFile {
    private static final int PIECE = 64 * 1024;
    /** Time, stream and tag come before the text. */
    private static final int FIELDS_BEFORE_TEXT = 3;

    private final RandomAccessFile file;
    private final LogRequest request;
    private long position;
    private long budget;

    private LogFile(RandomAccessFile file, LogRequest request) throws IOException {
        this.file = file;
        this.request = request;
        this.budget = request.limitBytes().orElse(Long.MAX_VALUE);
        this.position = request.tailLines().isPresent()
                ? startOfLast(request.tailLines().getAsLong())
                : 0;
    }

    static LogFile open(Path path, LogRequest request) throws IOException {
        return new LogFile(new RandomAccessFile(path.toFile(), "r"), request);
    }

    /** The next lines; nothing where there are no further whole lines now. */
    byte[] next() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() == 0 && budget > 0) {
            byte[] piece = readWholeLines();
            if (piece.length == 0) {
                break;
            }
            for (String line : new String(piece, StandardCharsets.UTF_8).split("\n")) {
                write(line, out);
            }
        }
        byte[] bytes = out.toByteArray();
        int allowed = (int) Math.min(bytes.length, budget);
        budget -= allowed;
        return java.util.Arrays.copyOf(bytes, allowed);
    }

    boolean hasReachedItsLimit() {
        return budget <= 0;
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Up to the last line feed of the next piece; a longer line is taken in a longer piece. */
    private byte[] readWholeLines() throws IOException {
        for (int size = PIECE; ; size *= 2) {
            byte[] piece = new byte[(int) Math.min(size, file.length() - position)];
            file.seek(position);
            file.readFully(piece);
            int end = lastLineFeed(piece) + 1;
            if (end > 0 || piece.length < size) {
                position += end;
                return java.util.Arrays.copyOf(piece, end);
            }
        }
    }

    private void write(String line, ByteArrayOutputStream out) {
        String[] fields = line.split(" ", FIELDS_BEFORE_TEXT + 1);
        if (fields.length < FIELDS_BEFORE_TEXT) {
            return;
        }
        boolean recent =
                request.since().equals(Instant.MIN) || !Instant.parse(fields[0]).isBefore(request.since());
        if (recent) {
            String text = fields.length > FIELDS_BEFORE_TEXT ? fields[FIELDS_BEFORE_TEXT] : "";
            String shown = request.timestamps() ? fields[0] + " " + text : text;
            out.writeBytes((shown + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private long startOfLast(long lines) throws IOException {
        long wanted = lines + 1; // the last line has a line feed behind it, too
        for (long end = file.length(); end > 0; end = Math.max(0, end - PIECE)) {
            int size = (int) Math.min(PIECE, end);
            byte[] piece = new byte[size];
            file.seek(end - size);
            file.readFully(piece);
            for (int i = size - 1; i >= 0; i--) {
                if (piece[i] == '\n' && --wanted == 0) {
                    return end - size + i + 1;
                }
            }
        }
        return 0;
    }

    private static int lastLineFeed(byte[] bytes) {
        int i = bytes.length - 1;
        while (i >= 0 && bytes[i] != '\n') {
            i--;
        }
        return i;
    }
}
