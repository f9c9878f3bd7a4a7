package dev.kindling.shell.console.session;

import dev.kindling.SessionSpec;
import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.KindlingException;
import dev.kindling.run.ExecutorStatus;
import dev.kindling.run.RunningSession;
import dev.kindling.run.SessionProgress;
import dev.kindling.run.Settings;
import dev.kindling.run.SparkUi;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.target.RunTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * A session of the program around a console that was started so that the classes of consoles reach its executors: Spark
 * asks for their folder, and takes the loader for its threads, only when it starts.
 *
 * @param session what was started
 * @param loader of the classes of all consoles on it
 */
public record ReadySession(RunningSession session, SnippetLoader loader) implements RunningSession {
    private static final String CLASS_FOLDER = "spark.repl.class.outputDir";

    /** Starts the spec there. */
    public static ReadySession start(SessionSpec spec, RunTarget target) {
        var loader = new SnippetLoader(ReadySession.class.getClassLoader());
        try {
            return new ReadySession(start(spec, loader, ready -> ready.startOn(target)), loader);
        } catch (RuntimeException e) {
            close(loader);
            throw e;
        }
    }

    /** Spark's threads inherit the loader of the one that starts it, by which they find the console's classes. */
    static RunningSession start(SessionSpec spec, SnippetLoader loader, Function<SessionSpec, RunningSession> starter) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return starter.apply(spec.conf(CLASS_FOLDER, loader.folder().toString()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public SparkSession spark() {
        return session.spark();
    }

    @Override
    public Settings settings() {
        return session.settings();
    }

    @Override
    public List<ExecutorStatus> executors() {
        return session.executors();
    }

    @Override
    public String executorLog(String id) {
        return session.executorLog(id);
    }

    @Override
    public Optional<URI> uiUrl() {
        return session.uiUrl();
    }

    @Override
    public SparkUi ui() {
        return session.ui();
    }

    @Override
    public SessionProgress progress() {
        return session.progress();
    }

    @Override
    public Optional<KindlingException> failure() {
        return session.failure();
    }

    @Override
    public Diagnosis diagnose() {
        return session.diagnose();
    }

    @Override
    public Diagnosis diagnose(Throwable failure) {
        return session.diagnose(failure);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            close(loader);
        }
    }

    private static void close(SnippetLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the console's jars could not be closed", e);
        }
    }
}
