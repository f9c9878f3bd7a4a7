package dev.kindling.internal.code.upload;

import java.nio.file.Path;
import java.util.List;

/**
 * A file as the parts that it is sent in, numbered from 1.
 *
 * @param size in bytes, of all of it
 * @param partSize of each but the last
 * @param sums of each part when it was read first, so that a file which has changed since is found out
 */
public record FileParts(Path file, long size, long partSize, List<Integer> sums) {

    /** Large enough for S3, small enough to be sent again; nobody takes more than so many. */
    static final long SMALLEST = 16 << 20;

    private static final int MOST = 10_000;

    public FileParts {
        sums = List.copyOf(sums);
    }

    /** Of a file of this size. */
    public static long partSize(long size) {
        return Math.max(SMALLEST, (size + MOST - 1) / MOST);
    }

    int count() {
        return sums.size();
    }

    long offset(int part) {
        return (part - 1) * partSize;
    }

    long length(int part) {
        return Math.min(partSize, size - offset(part));
    }

    /** An empty file has one, too. */
    int sum(int part) {
        return sums.isEmpty() ? 0 : sums.get(part - 1);
    }
}
