package dev.kindling.shell;

import dev.kindling.ApplicationSpec;
import dev.kindling.SessionSpec;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Task;
import dev.kindling.shell.terminal.Progress;
import dev.kindling.shell.terminal.Terminal;
import dev.kindling.target.KubernetesCluster;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What a sample is given: its terminal, and the two verbs with the sample's own jar and all that the command line says put
 * in. For one thread.
 *
 * <pre>{@code
 * long count = context.inSession(Spark.session("count"), spark -> spark.range(1_000).count());
 * context.out().println(count);
 * }</pre>
 */
public final class SampleContext implements AutoCloseable {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final SampleRequest request;
    private final Path jar;
    private final Terminal terminal;
    private final Progress progress;
    private final Optional<SampleStore.Wanted> wantedStore;
    private @Nullable OpenPlace place;
    private SampleStore.@Nullable Open store;

    SampleContext(SampleRequest request, Optional<SampleStore.Wanted> store, Path jar, Terminal terminal) {
        this.request = request;
        this.wantedStore = store;
        this.jar = jar;
        this.terminal = terminal;
        this.progress = terminal.progress();
    }

    /** As a session or as an application. */
    public RunMode mode() {
        return request.mode();
    }

    /** The place and the size in words, such as {@code embedded Kubernetes, 2 executors}. */
    public String where() {
        return request.place() + ", " + request.executorsInWords();
    }

    /**
     * The object store that the command line names, or else one in this JVM, which begins when it is first asked for.
     *
     * @throws IllegalStateException in a sample that does not say {@link Sample#usesStore}
     */
    public SampleStore store() {
        if (store == null) {
            var wanted = wantedStore.orElseThrow(
                    () -> new IllegalStateException("a sample with a store overrides usesStore()"));
            if (wanted.s3().isEmpty()) {
                progress.step("starting an object store in this JVM");
            }
            store = SampleStore.Open.of(wanted);
        }
        return store.store();
    }

    /**
     * Runs a job in a session there, with progress, and closes the session.
     *
     * @throws dev.kindling.diagnosis.KindlingException why the session did not start, or why it was given up in mid-job
     */
    public <T> T inSession(SessionSpec spec, Function<SparkSession, T> job) {
        var target = place().target();
        progress.step("starting " + request.executorsInWords() + " on " + request.place());
        try (var session = request.applyTo(spec).jar(jar).startOn(target, progress::step)) {
            session.spark().sparkContext().addSparkListener(new StageProgress(progress));
            return run(session, job);
        }
    }

    /**
     * Runs an application there to its end, with progress, and deletes it; gives the driver's log.
     *
     * @throws dev.kindling.diagnosis.KindlingException why it was refused or failed
     */
    public String runApplication(ApplicationSpec spec) {
        var cluster = (KubernetesCluster) place().target();
        progress.step("submitting to " + request.place());
        var placed = request.applyTo(spec).jar(request.jar().orElse(OpenPlace.SAMPLES_JAR));
        var run = placed.submitTo(cluster).deleteOnExit();
        var log = run.followLog(line -> progress.update("driver: " + line));
        try {
            run.awaitSuccess(LONGEST_RUN);
            return run.driverLog();
        } finally {
            log.cancel(true);
            progress.step("deleting the application");
            run.delete();
        }
    }

    /**
     * Runs a function there as an application, with progress, and deletes it; gives what it returned.
     *
     * @throws IllegalArgumentException where there are no pods
     * @throws dev.kindling.diagnosis.KindlingException why it was refused or failed
     */
    public <T> T runTask(ApplicationSpec spec, Task<T> task) {
        if (!(place().target() instanceof KubernetesCluster cluster)) {
            throw new IllegalArgumentException("an application's driver is a pod, and " + request.place()
                    + " has none. Leave --on out, or write --on embedded");
        }
        progress.step("submitting to " + request.place());
        var run = request.applyTo(spec).task(task).submitTo(cluster, progress::step);
        var application = run.application().deleteOnExit();
        var log = application.followLog(line -> progress.update("driver: " + line));
        try {
            return run.result(LONGEST_RUN);
        } finally {
            log.cancel(true);
            progress.step("deleting the application");
            application.delete();
        }
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

    /** Gives up place and store and clears the progress line. */
    @Override
    public void close() {
        progress.close();
        if (place != null) {
            place.close();
        }
        if (store != null) {
            store.close();
        }
    }

    /** What Spark throws when it was stopped under a job says less than the reason it was stopped for. */
    private static <T> T run(RunningSession session, Function<SparkSession, T> job) {
        try {
            return job.apply(session.spark());
        } catch (RuntimeException e) {
            var reason = session.failure().orElseThrow(() -> e);
            reason.addSuppressed(e);
            throw reason;
        }
    }

    /** Opened by the first verb; for the embedded Kubernetes that means to start it. */
    private OpenPlace place() {
        if (place == null) {
            place = OpenPlace.of(request, jar, progress);
        }
        return place;
    }
}
