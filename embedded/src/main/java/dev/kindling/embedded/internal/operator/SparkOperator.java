package dev.kindling.embedded.internal.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreWatch;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches applications and their pods and moves each application on by one state at a time. All of it happens on one
 * thread, which is there only while there is something to do; so an application is never looked at twice at once.
 */
public final class SparkOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SparkOperator.class);

    private final ObjectStore store;
    private final Submission submission;
    private final ApplicationPods pods;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService thread;
    private final List<StoreWatch> watches;

    private SparkOperator(ObjectStore store, String apiServer) {
        this.store = store;
        this.submission = new Submission(store, new DriverFactory(apiServer));
        this.pods = new ApplicationPods(store);
        this.thread = thread();
        this.watches = List.of(
                store.watch(ResourceTypes.KUBEFLOW_APPLICATIONS, "", thread, this::applicationChanged),
                store.watch(ResourceTypes.PODS, "", thread, this::podChanged));
    }

    /** @param apiServer the URL by which pods reach the API server */
    public static SparkOperator start(ObjectStore store, String apiServer) {
        return new SparkOperator(store, apiServer);
    }

    private static ExecutorService thread() {
        var pool = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "kindling-operator");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private void applicationChanged(StoreEvent event) {
        if (event.change() == StoreEvent.Change.ADDED || event.change() == StoreEvent.Change.MODIFIED) {
            var application = new Application(event.object());
            reconcile(application.namespace(), application.name());
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
        var status = application.status();
        switch (status.state()) {
            case NEW -> submit(application);
            case SUBMITTED, RUNNING, UNKNOWN ->
                write(
                        application,
                        Progress.of(status, pods.driver(application), pods.executors(application), clock.instant()));
            default -> Progress.settled(status, clock.instant()).ifPresent(settled -> write(application, settled));
        }
    }

    private void submit(Application application) {
        if (!write(application, submission.submit(application, clock.instant()))) {
            submission.undo(application);
        }
    }

    /** Whether the application is still there to be written to. */
    private boolean write(Application application, ApplicationStatus status) {
        try {
            store.update(
                    ResourceTypes.KUBEFLOW_APPLICATIONS,
                    application.namespace(),
                    application.name(),
                    json -> withStatus(application, json, status));
            return true;
        } catch (StatusException e) {
            LOG.debug("SparkApplication {}/{} is gone", application.namespace(), application.name(), e);
            return false;
        }
    }

    /** Another application may have the same name by now: the uid makes the store refuse that. */
    private static ObjectNode withStatus(Application application, ObjectNode json, ApplicationStatus status) {
        json.withObject("/metadata").put("uid", application.uid());
        json.set("status", status.json());
        return json;
    }

    /** Ends the watching; applications and pods stay as they are. */
    @Override
    public void close() {
        watches.forEach(StoreWatch::close);
        thread.shutdownNow();
    }
}
