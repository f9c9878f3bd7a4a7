package dev.kindling.shell.console.engine;

import dev.kindling.shell.console.code.Stop;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs all snippets, so that what Spark keeps for each thread (job groups, pools) stays from one to the
 * next. Jobs of a snippet carry a tag, by which they are cancelled; the user's own groups and tags are left alone.
 */
public final class SnippetThread implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    private final Supplier<Optional<SparkContext>> context;
    private final ExecutorService executor;
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Thread thread;
    private volatile @Nullable String tag;
    private volatile String source = "";

    /** A thread that sees the classes of the console; it ends with the JVM or when closed. */
    public SnippetThread(ClassLoader loader, Supplier<Optional<SparkContext>> context) {
        this.context = context;
        this.executor = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, "console");
            made.setDaemon(true);
            made.setContextClassLoader(loader);
            thread = made;
            return made;
        });
    }

    /** Runs a snippet and waits for its end, whatever that is; {@link #stop} makes it a {@link StoppedException}. */
    <T> T run(Callable<T> snippet) throws Exception {
        var own = "console-" + count.incrementAndGet();
        Stop.clear();
        tag = own;
        try {
            return executor.submit(() -> tagged(own, snippet)).get();
        } catch (ExecutionException e) {
            if (Stop.isAsked()) {
                throw new StoppedException();
            }
            throw asThrown(e);
        } finally {
            tag = null;
        }
    }

    /** What is run next, for the names of its jobs; what is run after that has none. */
    void source(String snippet) {
        source = snippet.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A session that starts in the midst of a snippet: its jobs belong to the snippet too. */
    public void contextStarted(SparkContext started) {
        var own = tag;
        if (own != null && Thread.currentThread() == thread) {
            mark(started, own);
        }
    }

    /** Whether a snippet runs now. */
    public boolean isBusy() {
        return tag != null;
    }

    /** Ends the snippet that runs, and its Spark jobs; does nothing when none runs. */
    public void stop() {
        var own = tag;
        var running = thread;
        if (own == null || running == null) {
            return;
        }
        Stop.ask(running);
        context.get().ifPresent(sc -> sc.cancelJobsWithTag(own));
        running.interrupt();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private <T> T tagged(String own, Callable<T> snippet) throws Exception {
        context.get().ifPresent(sc -> mark(sc, own));
        try {
            return withScalasOutput(snippet);
        } finally {
            Thread.interrupted(); // a stop that came too late is not for what runs next
            context.get().ifPresent(sc -> unmark(sc, own));
        }
    }

    /** Scala remembers the output that the JVM began with, and {@code ds.show()} is Scala. */
    private static <T> T withScalasOutput(Callable<T> snippet) throws Exception {
        return scala.Console.withOut(System.out, () -> {
            try {
                return snippet.call();
            } catch (Exception e) {
                throw Undeclared.of(e);
            }
        });
    }

    /** Without a name of ours Spark calls a job by a frame of its stack, which for SQL is one of a thread pool. */
    private void mark(SparkContext sc, String own) {
        sc.addJobTag(own);
        if (!source.isEmpty()) {
            sc.setCallSite(source.length() > LONGEST_NAME ? source.substring(0, LONGEST_NAME - 1) + "…" : source);
        }
        sc.setInterruptOnCancel(true);
    }

    /** A job that was submitted just after a stop is cancelled here. */
    private static void unmark(SparkContext sc, String own) {
        if (Stop.isAsked()) {
            sc.cancelJobsWithTag(own);
        }
        sc.removeJobTag(own);
        sc.clearCallSite();
    }

    private static Exception asThrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return (Exception) e.getCause();
    }
}
