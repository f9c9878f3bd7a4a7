package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Outcome;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Follows one application until it ends or is deleted, then lets go of everything. */
final class ApplicationWatch {

    /** How long the rest of a log may take to arrive after the end was seen. */
    private static final long LOG_SECONDS = 5;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String uid;
    private final Dialect dialect;
    private final DriverPods pods;
    private final DriverLogs logs;
    private final LogTail tail = new LogTail();
    private final CompletableFuture<Void> tailRead;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile ApplicationState state = ApplicationState.NEW;

    private ApplicationWatch(String uid, Dialect dialect, DriverPods pods, DriverLogs logs) {
        this.uid = uid;
        this.dialect = dialect;
        this.pods = pods;
        this.logs = logs;
        this.tailRead = logs.follow(tail);
    }

    /** Takes over {@code use}, unless it throws: it is closed when the application has ended. */
    static ApplicationWatch start(
            SharedConnection.Use use, GenericKubernetesResource application, Dialect dialect, DriverLogs logs) {
        var metadata = application.getMetadata();
        var pods = new DriverPods(use, dialect, metadata.getName());
        var watch = new ApplicationWatch(metadata.getUid(), dialect, pods, logs);
        var driverEvents = pods.inform(handler(logs::podChanged, pod -> {}));
        try {
            var events = use.client()
                    .genericKubernetesResources(dialect.resource())
                    .inNamespace(use.namespace())
                    .withName(metadata.getName())
                    .inform(handler(watch::observe, gone -> watch.gone()));
            // Not on the thread that brings the event: closing waits for it.
            watch.outcome.whenCompleteAsync((outcome, failure) -> {
                driverEvents.close();
                events.close();
                use.close();
            });
            return watch;
        } catch (RuntimeException e) {
            driverEvents.close();
            throw e;
        }
    }

    ApplicationState state() {
        return state;
    }

    LogTail tail() {
        return tail;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome.copy();
    }

    private void observe(GenericKubernetesResource application) {
        if (!uid.equals(application.getMetadata().getUid())) {
            gone();
            return;
        }
        var status = MAPPER.<JsonNode>valueToTree(
                application.getAdditionalProperties().get("status"));
        var observation = dialect.read(status);
        state = observation.state();
        // Who deletes an application also ends its driver: that is no failure of it.
        var deleted = application.getMetadata().getDeletionTimestamp() != null && !observation.success();
        if (state.isFinal() && !deleted && ending.compareAndSet(false, true)) {
            end(observation);
        }
    }

    /** The driver's log first: it belongs to the outcome, and its pod may go at any moment. */
    private void end(Observation last) {
        CompletableFuture.runAsync(this::lookAtDriversOnceMore)
                .thenCompose(looked -> tailRead.copy().completeOnTimeout(null, LOG_SECONDS, TimeUnit.SECONDS))
                .whenComplete((read, failure) -> outcome.complete(
                        last.success()
                                ? new Outcome.Succeeded()
                                : new Outcome.Failed(last.state().toString(), tail.lines())));
    }

    /** Pods and applications are watched apart: the end of a short run may be seen before its driver's start. */
    private void lookAtDriversOnceMore() {
        try {
            pods.list().forEach(logs::podChanged);
        } finally {
            logs.complete();
        }
    }

    private void gone() {
        if (ending.compareAndSet(false, true)) {
            logs.complete();
            outcome.complete(new Outcome.Gone(state));
        }
    }

    private static <T> ResourceEventHandler<T> handler(Consumer<T> changed, Consumer<T> gone) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                changed.accept(object);
            }

            @Override
            public void onUpdate(T before, T object) {
                changed.accept(object);
            }

            @Override
            public void onDelete(T object, boolean unknown) {
                gone.accept(object);
            }
        };
    }
}
