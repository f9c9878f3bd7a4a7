package dev.kindling.embedded.internal.operator.apache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches applications and their pods and moves each application on, one look at a time. */
public final class ApacheOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApacheOperator.class);

    private record Key(String namespace, String name) {}

    private final ObjectStore store;
    private final WorkQueue queue;
    private final Clock clock = Clock.systemUTC();
    private final Transitions transitions;
    private final Submission submission;
    private final AttemptPods pods;
    private final List<StoreWatch> watches;

    private ApacheOperator(ObjectStore store, String apiServer, WorkQueue queue, Duration grace) {
        this.store = store;
        this.queue = queue;
        this.transitions = new Transitions(grace);
        this.submission = new Submission(store, apiServer);
        this.pods = new AttemptPods(store);
        this.watches = List.of(
                store.watch(ResourceTypes.APACHE_APPLICATIONS, "", queue, this::applicationChanged),
                store.watch(ResourceTypes.PODS, "", queue, this::podChanged));
    }

    /** @param apiServer the URL by which pods reach the API server */
    public static ApacheOperator start(ObjectStore store, String apiServer, WorkQueue queue) {
        return start(store, apiServer, queue, Transitions.GRACE);
    }

    static ApacheOperator start(ObjectStore store, String apiServer, WorkQueue queue, Duration grace) {
        return new ApacheOperator(store, apiServer, queue, grace);
    }

    private void applicationChanged(StoreEvent event) {
        switch (event.change()) {
            case ADDED, MODIFIED -> reconcile(Meta.namespace(event.object()), Meta.name(event.object()));
            case DELETED -> queue.forget(new Key(Meta.namespace(event.object()), Meta.name(event.object())));
            case BOOKMARK -> {}
        }
    }

    private void podChanged(StoreEvent event) {
        var application = Meta.labels(event.object()).path(Labels.APPLICATION).asText();
        if (!application.isEmpty()) {
            reconcile(Meta.namespace(event.object()), application);
        }
    }

    private void reconcile(String namespace, String name) {
        try {
            store.get(ResourceTypes.APACHE_APPLICATIONS, namespace, name)
                    .map(Application::new)
                    .ifPresent(this::moveOn);
        } catch (RuntimeException e) {
            LOG.warn("SparkApplication {}/{} could not be moved on", namespace, name, e);
        }
    }

    /** First it makes sure that it is asked before the application goes. A first state is written with the second. */
    private void moveOn(Application application) {
        if (!application.hasFinalizer()) {
            if (!application.isBeingDeleted()) {
                update(application, json -> addFinalizer(json));
            }
            return;
        }
        moveOn(application, application.status().orElseGet(() -> AppStatus.submitted(clock.instant())));
    }

    private void moveOn(Application application, AppStatus status) {
        var stuck = status.summary() == Summary.SchedulingFailure;
        var seen = new Seen(
                pods.driver(application, status.attempt()).orElse(null),
                pods.readyExecutors(application, status.attempt()),
                !stuck || submission.isBuildable(application, status.attempt()));
        var step = transitions.next(application, status, seen, clock.instant());
        var key = new Key(application.namespace(), application.name());
        queue.laterOrNever(key, step.again(), () -> reconcile(key.namespace(), key.name()));
        act(application, status, step);
    }

    private void act(Application application, AppStatus status, Step step) {
        switch (step.action()) {
            case NOTHING -> write(application, step.status());
            case REQUEST_DRIVER -> {
                var state = submission.submit(application, status.attempt(), clock.instant());
                if (!write(application, status.then(state))) {
                    submission.undo(application, status.attempt());
                }
            }
            case RELEASE_RESOURCES -> {
                if (pods.release(application, status.attempt())) {
                    write(application, step.status());
                }
            }
            case LET_GO -> update(application, ApacheOperator::removeFinalizer);
            case DELETE_APPLICATION ->
                store.delete(
                        ResourceTypes.APACHE_APPLICATIONS,
                        application.namespace(),
                        application.name(),
                        DeleteOptions.DEFAULT.onlyUid(application.uid()));
        }
    }

    private boolean write(Application application, AppStatus status) {
        return update(application, json -> {
            json.set("status", status.json());
            return json;
        });
    }

    /** Whether the application is still there to be written to; another one of its name is refused by its uid. */
    private boolean update(Application application, UnaryOperator<ObjectNode> change) {
        try {
            store.update(ResourceTypes.APACHE_APPLICATIONS, application.namespace(), application.name(), json -> {
                Meta.of(json).put("uid", application.uid());
                return change.apply(json);
            });
            return true;
        } catch (StatusException e) {
            LOG.debug("SparkApplication {}/{} is gone", application.namespace(), application.name(), e);
            return false;
        }
    }

    private static ObjectNode addFinalizer(ObjectNode json) {
        Meta.of(json).withArray("finalizers").add(Application.FINALIZER);
        return json;
    }

    private static ObjectNode removeFinalizer(ObjectNode json) {
        var kept = Meta.finalizers(json).stream()
                .filter(finalizer -> !finalizer.equals(Application.FINALIZER))
                .toList();
        kept.forEach(Meta.of(json).putArray("finalizers")::add);
        return json;
    }

    /** Ends the watching; applications and pods stay as they are. */
    @Override
    public void close() {
        watches.forEach(StoreWatch::close);
    }
}
