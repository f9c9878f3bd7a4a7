package dev.kindling.shell;

import java.io.PrintStream;

/**
 * What a sample is given: where and how it is to run, and the terminal.
 *
 * <pre>{@code
 * context.out().println(context.where());
 * }</pre>
 */
public final class SampleContext implements AutoCloseable {
    private final SampleRequest request;
    private final Terminal terminal;
    private final Progress progress;

    private SampleContext(SampleRequest request, Terminal terminal) {
        this.request = request;
        this.terminal = terminal;
        this.progress = terminal.progress();
    }

    static SampleContext of(SampleRequest request, Terminal terminal) {
        return new SampleContext(request, terminal);
    }

    /** As a session or as an application. */
    public RunMode mode() {
        return request.mode();
    }

    /** The place in words, such as {@code embedded Kubernetes} or {@code local[2]}. */
    public String where() {
        return request.place().toString();
    }

    /** Where the result goes. */
    public PrintStream out() {
        return terminal.out();
    }

    /** Columns of the screen. */
    public int width() {
        return terminal.width();
    }

    /** Where the person who waits is told what is going on. */
    public Progress progress() {
        return progress;
    }

    @Override
    public void close() {
        progress.close();
    }
}
