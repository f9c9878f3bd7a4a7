package dev.kindling.internal.application;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.ApplicationEvent;
import dev.kindling.run.ApplicationLogs;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import dev.kindling.run.SparkUi;
import dev.kindling.run.StateChange;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.run.Suspension;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handle: what is asked of an application, answered by what is known of its run, its logs and the cluster. */
final class ApplicationHandle implements SubmittedApplication {

    private final KubernetesCluster cluster;
    private final Dialect dialect;
    private final Identity application;
    private final Optional<EventFolder> events;
    private final Optional<CodeReferences> code;
    private final Optional<S3> s3;
    private final LiveRun live;
    private final HandleLogs logs;
    private final ExitHook exitHook;

    ApplicationHandle(
            KubernetesCluster cluster,
            Dialect dialect,
            GenericKubernetesResource resource,
            LiveRun live,
            Optional<S3> s3) {
        var application = Identity.of(resource);
        this.cluster = cluster.namespace(application.namespace());
        this.dialect = dialect;
        this.application = application;
        this.events = EventFolder.of(resource);
        this.code = CodeReferences.of(resource);
        this.s3 = s3;
        this.live = live;
        this.logs = new HandleLogs(name(), live, this::asked);
        this.exitHook = new ExitHook(
                name(),
                () -> asked(api -> {
                    new Deletion(api, application).request();
                    return true;
                }));
    }

    @Override
    public String name() {
        return application.name();
    }

    @Override
    public String namespace() {
        return application.namespace();
    }

    @Override
    public ApplicationState state() {
        return live.run().status().state();
    }

    @Override
    public int attempts() {
        return live.run().status().attempts();
    }

    @Override
    public boolean exists() {
        return asked(api -> api.find(name())).filter(application::isOf).isPresent();
    }

    @Override
    public List<StateChange> states() {
        return live.run().states();
    }

    @Override
    public CompletableFuture<Void> followStates(Consumer<StateChange> change) {
        return live.run().follow(change);
    }

    @Override
    public Outcome await(Duration limit) {
        try {
            return live.outcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
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
    public ApplicationLogs logs() {
        return logs;
    }

    @Override
    public String driverLog() {
        return logs.driver()
                .map(log -> {
                    try (var lines = log.lines()) {
                        return lines.collect(Collectors.joining("\n"));
                    }
                })
                .orElse("");
    }

    @Override
    public CompletableFuture<Void> followLog(Consumer<String> line) {
        return logs.follow(next -> {
            if (next.source().isDriver()) {
                line.accept(next.text());
            }
        });
    }

    @Override
    public SparkUi ui() {
        return ApplicationUi.open(cluster, dialect, name());
    }

    @Override
    public SparkUi history() {
        return history(Optional.empty());
    }

    @Override
    public SparkUi history(S3 store) {
        return history(Optional.of(store));
    }

    private SparkUi history(Optional<S3> store) {
        return events.orElseThrow(() -> EventFolder.none(name())).open(store, cluster);
    }

    @Override
    public List<ApplicationEvent> events() {
        return asked(api -> new Events(api, application).list());
    }

    @Override
    public Diagnosis diagnose() {
        return asked(api -> {
            var created = api.find(name()).filter(application::isOf).map(Examination::created);
            return Examination.of(
                    api,
                    application,
                    created.orElseGet(Instant::now),
                    live.run().status(),
                    logs.kept(),
                    isGone() ? Examination.gone(api, name()) : List.of());
        });
    }

    @Override
    public CompletableFuture<Void> followFindings(Consumer<Finding> found) {
        return live.lookOut(this::diagnose, found);
    }

    private boolean isGone() {
        return live.outcome().getNow(null) instanceof Outcome.Gone;
    }

    @Override
    public Suspension suspend(Duration limit) {
        return asked(api -> new Suspending(api, name(), live).suspend(limit));
    }

    @Override
    public void resume() {
        asked(api -> {
            new Suspending(api, name(), live).resume();
            return true;
        });
    }

    @Override
    public SubmittedApplication restart() {
        var draft = asked(api -> new Restart(api).of(name()));
        return ApplicationSubmission.again(draft, dialect, cluster, live.keeping(), s3);
    }

    @Override
    public void cancel() {
        live.cancel();
        remove();
    }

    @Override
    public void delete() {
        remove();
        logs.delete();
    }

    private void remove() {
        asked(api -> {
            new Deletion(api, application).run();
            code.ifPresent(references -> references.release(api, s3, cluster));
            return true;
        });
        exitHook.takeBack();
    }

    @Override
    public SubmittedApplication deleteOnExit() {
        exitHook.add();
        return this;
    }

    private <T> T asked(Function<ApplicationApi, T> question) {
        try (var lease = Connections.lease(cluster)) {
            return question.apply(ApplicationApi.of(lease, dialect));
        }
    }

    @Override
    public String toString() {
        return "application " + namespace() + "/" + name() + " " + state();
    }
}
