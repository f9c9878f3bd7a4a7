package dev.kindling.shell.console.prompt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.Terminal;

/** What snippets read: the terminal, which echoes only while it is read. */
final class EchoingInput extends FilterInputStream {
    private final Terminal terminal;

    EchoingInput(InputStream in, Terminal terminal) {
        super(in);
        this.terminal = terminal;
    }

    @Override
    public int read() throws IOException {
        terminal.echo(true);
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        terminal.echo(true);
        return super.read(into, from, length);
    }
}
