package dev.kindling.internal.code.upload;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Takes a file's bytes and makes its parts of them. */
public final class PartSums extends OutputStream {
    private final long partSize;
    private final CRC32C sum = new CRC32C();
    private final List<Integer> sums = new ArrayList<>();
    private long inPart;
    private long size;

    public PartSums(long partSize) {
        this.partSize = partSize;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length; ) {
            var taken = (int) Math.min(offset + length - at, partSize - inPart);
            sum.update(bytes, at, taken);
            at += taken;
            inPart += taken;
            if (inPart == partSize) {
                endPart();
            }
        }
        size += length;
    }

    private void endPart() {
        sums.add((int) sum.getValue());
        sum.reset();
        inPart = 0;
    }

    /** What was written, as parts of this file. */
    public FileParts of(Path file) {
        if (inPart > 0) {
            endPart();
        }
        return new FileParts(file, size, partSize, sums);
    }
}
