package dev.kindling.internal.logs;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log of limited size: its first half is written once, its end into two files that take turns, so that what falls out is
 * the middle. Not thread-safe.
 */
final class LogFile {

    private final Path head;
    private final long segmentBytes;
    private OutputStream out;
    private boolean inTail;
    private long written;
    private long leftOut;

    /** Begins anew, over what was kept under the same name. */
    LogFile(Path head, long maxBytes) throws IOException {
        this.head = head;
        this.segmentBytes = maxBytes / 4;
        delete(head);
        this.out = open(head);
    }

    void append(String line) throws IOException {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        if (written > 0 && written + bytes.length >= (inTail ? segmentBytes : 2 * segmentBytes)) {
            turn();
        }
        out.write(bytes);
        out.write('\n');
        written += bytes.length + 1;
    }

    void flush() throws IOException {
        out.flush();
    }

    void close() throws IOException {
        out.close();
    }

    private void turn() throws IOException {
        out.close();
        var current = current(head);
        if (inTail) {
            var older = older(head);
            leftOut += Files.exists(older) ? Files.size(older) : 0;
            Files.move(current, older, StandardCopyOption.REPLACE_EXISTING);
        }
        if (leftOut > 0) {
            Files.writeString(gap(head), "[" + leftOut + " bytes of this log were left out here]\n");
        }
        inTail = true;
        written = 0;
        out = open(current);
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** The files of a log that are there, in the order of its lines. */
    static List<Path> parts(Path head) {
        return Stream.of(head, gap(head), older(head), current(head))
                .filter(Files::exists)
                .toList();
    }

    static long bytes(Path head) {
        return parts(head).stream().mapToLong(part -> part.toFile().length()).sum();
    }

    static void delete(Path head) throws IOException {
        for (var part : parts(head)) {
            Files.deleteIfExists(part);
        }
    }

    /** To be closed. A part that another process is removing ends the log. */
    static Stream<String> lines(Path head) {
        return parts(head).stream().flatMap(LogFile::linesOf);
    }

    /** What is no UTF-8 is replaced: a program may print anything. */
    private static Stream<String> linesOf(Path part) {
        try {
            var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(part), StandardCharsets.UTF_8));
            return reader.lines().onClose(() -> {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Path gap(Path head) {
        return head.resolveSibling(head.getFileName() + ".1-gap");
    }

    private static Path older(Path head) {
        return head.resolveSibling(head.getFileName() + ".2");
    }

    private static Path current(Path head) {
        return head.resolveSibling(head.getFileName() + ".3");
    }
}
