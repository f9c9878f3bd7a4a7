package dev.kindling.internal.kubernetes;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last bytes of what is written to it. Thread-safe. */
public final class LogTail extends OutputStream {

    private final byte[] ring;
    private long written;

    public LogTail(int capacity) {
        this.ring = new byte[capacity];
    }

    @Override
    public synchronized void write(int value) {
        ring[(int) (written++ % ring.length)] = (byte) value;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int from = Math.max(offset, offset + length - ring.length);
        written += from - offset;
        for (int i = from; i < offset + length; i++) {
            ring[(int) (written++ % ring.length)] = bytes[i];
        }
    }

    /** The kept text; starts at a line's beginning once something was dropped. */
    public synchronized String text() {
        int length = (int) Math.min(written, ring.length);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % ring.length)];
        }
        String text = new String(kept, StandardCharsets.UTF_8);
        return written > ring.length ? text.substring(text.indexOf('\n') + 1) : text;
    }
}
