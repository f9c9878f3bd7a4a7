package dev.kindling.internal.application;

import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import dev.kindling.run.SubmittedApplication;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handle: what is asked of an application, answered by its watch, its logs and the cluster. */
final class TrackedApplication implements SubmittedApplication {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedApplication.class);

    private final SharedConnection connection;
    private final Dialect dialect;
    private final String namespace;
    private final GenericKubernetesResource resource;
    private final DriverLogs logs;
    private final ApplicationWatch watch;
    private final AtomicReference<@Nullable Thread> exitHook = new AtomicReference<>();

    TrackedApplication(
            SharedConnection connection, SharedConnection.Use use, Dialect dialect, GenericKubernetesResource created) {
        this.connection = connection;
        this.dialect = dialect;
        this.namespace = use.namespace();
        this.resource = created;
        this.logs = new DriverLogs(connection);
        this.watch = ApplicationWatch.start(use, created, dialect, logs);
    }

    @Override
    public String name() {
        return resource.getMetadata().getName();
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public ApplicationState state() {
        return watch.state();
    }

    @Override
    public Outcome await(Duration limit) {
        try {
            return watch.outcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.TimedOut(state());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.TimedOut(state());
        } catch (ExecutionException e) {
            throw new IllegalStateException("An outcome is never a failure", e);
        }
    }

    @Override
    public void awaitSuccess(Duration limit) {
        FailureReport.of(this, await(limit), limit).ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public String driverLog() {
        try (var use = connection.use()) {
            return driverLog(use).orElseGet(() -> String.join("\n", watch.tail().lines()));
        }
    }

    private Optional<String> driverLog(SharedConnection.Use use) {
        try {
            return new DriverPods(use, dialect, name()).latestLog();
        } catch (KubernetesClientException e) {
            throw ApplicationErrors.of(e, "read the driver log of", name(), use, dialect);
        }
    }

    @Override
    public CompletableFuture<Void> followLog(Consumer<String> line) {
        return logs.follow(line);
    }

    @Override
    public void delete() {
        try (var use = connection.use()) {
            new Deletion(use, dialect, resource).run();
        }
        Optional.ofNullable(exitHook.getAndSet(null)).ifPresent(TrackedApplication::forget);
    }

    @Override
    public SubmittedApplication deleteOnExit() {
        var hook = new Thread(this::deleteQuietly, "kindling-delete-" + name());
        if (exitHook.compareAndSet(null, hook)) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
        return this;
    }

    /** Runs while the JVM ends: whoever could be told of a failure is gone, and pods can't be waited for. */
    private void deleteQuietly() {
        try (var use = connection.use()) {
            new Deletion(use, dialect, resource).request();
        } catch (RuntimeException e) {
            LOG.debug("{} could not be deleted at the end of the JVM", this, e);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, or has nothing left to do.
        }
    }

    @Override
    public String toString() {
        return "application " + namespace + "/" + name() + " " + state();
    }
}
