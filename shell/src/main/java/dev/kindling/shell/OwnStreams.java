package dev.kindling.shell;

import dev.kindling.shell.terminal.Terminal;
import java.util.concurrent.Callable;

/** The JVM's streams, which are what snippets print to. */
final class OwnStreams {
    private OwnStreams() {}

    /** Makes {@code System.out} and {@code System.err} the terminal's until the work is done. */
    static <T> T during(Terminal terminal, Callable<T> work) throws Exception {
        var out = System.out;
        var err = System.err;
        System.setOut(terminal.out());
        System.setErr(terminal.err());
        try {
            return work.call();
        } finally {
            terminal.out().flush();
            System.setOut(out);
            System.setErr(err);
        }
    }
}
