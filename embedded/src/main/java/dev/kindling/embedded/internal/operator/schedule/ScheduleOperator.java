package dev.kindling.embedded.internal.operator.schedule;

import dev.kindling.embedded.internal.operator.kubeflow.Labels;
import dev.kindling.embedded.internal.operator.work.WorkQueue;
import dev.kindling.embedded.internal.store.DeleteOptions;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.store.StoreEvent;
import dev.kindling.embedded.internal.store.StoreWatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches schedules and starts their runs when they are due. */
public final class ScheduleOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleOperator.class);

    private record Key(String namespace, String name) {}

    private final ObjectStore store;
    private final WorkQueue queue;
    private final Clock clock = Clock.systemUTC();
    private final StoreWatch watch;

    private ScheduleOperator(ObjectStore store, WorkQueue queue) {
        this.store = store;
        this.queue = queue;
        this.watch = store.watch(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, "", queue, this::changed);
    }

    public static ScheduleOperator start(ObjectStore store, WorkQueue queue) {
        return new ScheduleOperator(store, queue);
    }

    private void changed(StoreEvent event) {
        var key = new Key(Meta.namespace(event.object()), Meta.name(event.object()));
        switch (event.change()) {
            case ADDED, MODIFIED -> look(key);
            case DELETED -> queue.forget(key);
            case BOOKMARK -> {}
        }
    }

    private void look(Key key) {
        try {
            store.get(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, key.namespace(), key.name())
                    .map(ScheduledApplication::new)
                    .filter(schedule -> !Meta.isTerminating(schedule.json()))
                    .ifPresent(schedule -> moveOn(key, schedule));
        } catch (StatusException e) {
            LOG.warn("ScheduledSparkApplication {}/{} could not be moved on", key.namespace(), key.name(), e);
        }
    }

    private void moveOn(Key key, ScheduledApplication schedule) {
        var now = clock.instant();
        var step = ScheduleStep.of(schedule, runs(schedule), now);
        queue.laterOrNever(key, step.again(), () -> look(key));
        step.delete().forEach(run -> delete(schedule, run));
        write(schedule, step.start() ? started(schedule, step.status(), now) : step.status());
    }

    private ScheduleStatus started(ScheduledApplication schedule, ScheduleStatus status, Instant now) {
        var run = store.create(ResourceTypes.KUBEFLOW_APPLICATIONS, schedule.run(now));
        var ran = status.ran(Meta.name(run), now, schedule.schedule().next(now));
        var runs = runs(schedule);
        return ran.keeping(
                kept(schedule, Run.ended(runs, "COMPLETED"), schedule.limit("successfulRunHistoryLimit")),
                kept(schedule, Run.ended(runs, "FAILED"), schedule.limit("failedRunHistoryLimit")));
    }

    /** Old runs are only looked after when a new one starts. */
    private List<String> kept(ScheduledApplication schedule, List<String> latestFirst, int limit) {
        var kept = Math.min(limit, latestFirst.size());
        latestFirst.subList(kept, latestFirst.size()).forEach(run -> delete(schedule, run));
        return latestFirst.subList(0, kept);
    }

    private List<Run> runs(ScheduledApplication schedule) {
        return store.list(ResourceTypes.KUBEFLOW_APPLICATIONS, schedule.namespace()).objects().stream()
                .filter(run -> schedule.name()
                        .equals(Meta.labels(run).path(Labels.SCHEDULE).asText()))
                .map(Run::of)
                .toList();
    }

    private void delete(ScheduledApplication schedule, String run) {
        store.delete(ResourceTypes.KUBEFLOW_APPLICATIONS, schedule.namespace(), run, DeleteOptions.DEFAULT);
    }

    private void write(ScheduledApplication schedule, ScheduleStatus status) {
        store.update(ResourceTypes.KUBEFLOW_SCHEDULED_APPLICATIONS, schedule.namespace(), schedule.name(), json -> {
            Meta.of(json).put("uid", schedule.uid());
            json.set("status", status.json());
            return json;
        });
    }

    /** Ends the watching; schedules and their runs stay as they are. */
    @Override
    public void close() {
        watch.close();
    }
}
