package dev.kindling.shell.console.prompt;

import dev.kindling.shell.terminal.TextWidth;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * A line at the bottom of the terminal that is gone before anything else is printed. Shown only while a snippet runs, and
 * never in the midst of a line that the snippet prints. Thread-safe.
 */
final class StatusLine {
    private static final int NARROWEST = 20;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private final IntSupplier width;
    private boolean running;
    private boolean shown;
    private boolean atLineStart = true;

    StatusLine(OutputStream terminal, IntSupplier width) {
        this.terminal = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        this.width = width;
    }

    /** A snippet begins. */
    synchronized void begin() {
        running = true;
        atLineStart = true;
    }

    /** It has ended; nothing is drawn from now on. */
    synchronized void end() {
        running = false;
        erase();
    }

    /** Draws it; an empty text takes it away. */
    synchronized void show(String text) {
        if (!running || !atLineStart) {
            return;
        }
        erase();
        if (!text.isEmpty()) {
            terminal.print(TextWidth.cut(text, Math.max(NARROWEST, width.getAsInt() - 1)));
            terminal.flush();
            shown = true;
        }
    }

    /** What snippets print to. */
    PrintStream output() {
        return new PrintStream(new Guard(), true, StandardCharsets.UTF_8);
    }

    private void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }

    private final class Guard extends FilterOutputStream {
        Guard() {
            super(terminal);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (StatusLine.this) {
                erase();
                out.write(bytes, from, length);
                if (length > 0) {
                    atLineStart = bytes[from + length - 1] == '\n';
                }
            }
        }
    }
}
