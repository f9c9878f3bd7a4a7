package dev.kindling.embedded.internal.operator.kubeflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.operator.driver.Drivers;
import dev.kindling.embedded.internal.operator.work.EventRecorder;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.DeleteOptions;
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

/** Watches applications and their pods and moves each application on, one state at a time. */
public final class KubeflowOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KubeflowOperator.class);

    private record Key(String namespace, String name) {}

    private final ObjectStore store;
    private final WorkQueue queue;
    private final Clock clock = Clock.systemUTC();
    private final Transitions transitions;
    private final ApplicationObjects objects;
    private final Submission submission;
    private final WebUi ui;
    private final EventRecorder events;
    private final List<StoreWatch> watches;

    private KubeflowOperator(ObjectStore store, String apiServer, WorkQueue queue, Duration grace) {
        this.store = store;
        this.queue = queue;
        this.transitions = new Transitions(grace);
        this.objects = new ApplicationObjects(store);
        this.submission = new Submission(new Drivers(store), apiServer);
        this.ui = new WebUi(store);
        this.events = new EventRecorder(store, "spark-application-controller", clock);
        this.watches = List.of(
                store.watch(ResourceTypes.KUBEFLOW_APPLICATIONS, "", queue, this::applicationChanged),
                store.watch(ResourceTypes.PODS, "", queue, this::podChanged));
    }

    /** @param apiServer the URL by which pods reach the API server */
    public static KubeflowOperator start(ObjectStore store, String apiServer, WorkQueue queue) {
        return start(store, apiServer, queue, Transitions.GRACE);
    }

    static KubeflowOperator start(ObjectStore store, String apiServer, WorkQueue queue, Duration grace) {
        return new KubeflowOperator(store, apiServer, queue, grace);
    }

    private void applicationChanged(StoreEvent event) {
        var application = new Application(event.object());
        switch (event.change()) {
            case ADDED -> reconcile(application.namespace(), application.name());
            case MODIFIED -> {
                invalidateAfterAnotherSpec(event, application);
                reconcile(application.namespace(), application.name());
            }
            case DELETED -> queue.forget(new Key(application.namespace(), application.name()));
            case BOOKMARK -> {}
        }
    }

    /** Whatever state it is in, a finished one too: another spec is another run. */
    private void invalidateAfterAnotherSpec(StoreEvent event, Application application) {
        if (event.previous() != null && application.asksForAnother(new Application(event.previous()))) {
            write(application, now -> now.in(ApplicationState.INVALIDATING, null));
        }
    }

    private void podChanged(StoreEvent event) {
        var metadata = event.object().path("metadata");
        var application = metadata.path("labels").path(Labels.APPLICATION).asText();
        if (!application.isEmpty()) {
            reconcile(metadata.path("namespace").asText(), application);
        }
    }

    private void reconcile(String namespace, String name) {
        try {
            store.get(ResourceTypes.KUBEFLOW_APPLICATIONS, namespace, name)
                    .map(Application::new)
                    .filter(application -> !application.isBeingDeleted())
                    .ifPresent(this::moveOn);
        } catch (RuntimeException e) {
            LOG.warn("SparkApplication {}/{} could not be moved on", namespace, name, e);
        }
    }

    private void moveOn(Application application) {
        var step = transitions.next(application, objects.look(application), clock.instant());
        step.events().forEach(event -> events.record(application.json(), event));
        var key = new Key(application.namespace(), application.name());
        queue.laterOrNever(key, step.again(), () -> reconcile(key.namespace(), key.name()));
        switch (step.action()) {
            case NOTHING -> write(application, step.status());
            case SUBMIT -> submit(application, step.status());
            case EXPOSE_UI -> write(application, ui.expose(application, step.status()));
            case DELETE_RESOURCES -> {
                objects.delete(application);
                write(application, step.status());
            }
            case DELETE_APPLICATION -> delete(application);
        }
    }

    private void submit(Application application, ApplicationStatus status) {
        var submitted = submission.submit(application, status, clock.instant());
        submitted.events().forEach(event -> events.record(application.json(), event));
        if (!write(application, submitted.status())) {
            submission.undo(application);
        }
    }

    private void delete(Application application) {
        store.delete(
                ResourceTypes.KUBEFLOW_APPLICATIONS,
                application.namespace(),
                application.name(),
                DeleteOptions.DEFAULT.onlyUid(application.uid()));
    }

    private boolean write(Application application, ApplicationStatus status) {
        return write(application, now -> status);
    }

    /** Whether the application is still there to be written to. */
    private boolean write(Application application, UnaryOperator<ApplicationStatus> change) {
        try {
            store.update(
                    ResourceTypes.KUBEFLOW_APPLICATIONS,
                    application.namespace(),
                    application.name(),
                    json -> withStatus(application, json, change));
            return true;
        } catch (StatusException e) {
            LOG.debug("SparkApplication {}/{} is gone", application.namespace(), application.name(), e);
            return false;
        }
    }

    /** Another application may have the same name by now: the uid makes the store refuse that. */
    private static ObjectNode withStatus(
            Application application, ObjectNode json, UnaryOperator<ApplicationStatus> change) {
        json.withObject("/metadata").put("uid", application.uid());
        json.set("status", change.apply(new Application(json).status()).json());
        return json;
    }

    /** Ends the watching; applications and pods stay as they are. */
    @Override
    public void close() {
        watches.forEach(StoreWatch::close);
    }
}
