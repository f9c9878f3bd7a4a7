package dev.kindling.shell;

import java.io.PrintStream;
import java.util.function.Supplier;

/** The JVM's streams, which are what snippets print to. */
final class OwnStreams {
    private OwnStreams() {}

    /** Makes {@code System.out} and {@code System.err} these until the work is done. */
    static <T> T during(PrintStream itsOut, PrintStream itsErr, Supplier<T> work) {
        var out = System.out;
        var err = System.err;
        System.setOut(itsOut);
        System.setErr(itsErr);
        try {
            return work.get();
        } finally {
            itsOut.flush();
            System.setOut(out);
            System.setErr(err);
        }
    }
}
