package dev.kindling.internal.application;

import dev.kindling.diagnosis.Diagnosis;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.logs.RunKey;
import dev.kindling.internal.logs.RunLogs;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.internal.tracking.ObjectWatch;
import dev.kindling.internal.tracking.ObjectWatch.Registration;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.Outcome;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run while it is looked at: its state, its pods and their logs. Lets go of all watches after the end. */
final class LiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

    /** How long the rest of a log may take to arrive after the end was seen. */
    private static final long LOG_SECONDS = 20;
    /** A pod's usual 30 s to end after it was deleted, and its log with it. */
    private static final long LOG_SECONDS_AFTER_DELETION = 60;

    private final Connections.Lease lease;
    private final ApplicationApi api;
    private final String name;
    private final LogKeeping keeping;
    private final TrackedRun run;
    private final Registration watch;
    private final Optional<Registration> podHold;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private @Nullable RunLogs logs;
    private @Nullable Registration podWatch;
    private boolean isCancelled;

    /** Takes over the lease, unless it throws. */
    LiveRun(Connections.Lease lease, ApplicationApi api, String name, LogKeeping keeping) {
        this.lease = lease;
        this.api = api;
        this.name = name;
        this.keeping = keeping;
        this.run = new TrackedRun(api, name);
        this.watch = api.tried("watch", name, () -> api.connection()
                .applications(api.dialect(), api.namespace())
                .listen(name, run));
        try {
            this.podHold = keeping.isOn() ? Optional.of(holdPods()) : Optional.empty();
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /** Before anything is made it is found out whether its pods may be watched. */
    private Registration holdPods() {
        return api.tried("watch the pods of", name, () -> api.connection()
                .pods(api.dialect(), api.namespace())
                .open());
    }

    /** It is this one; its pods are followed from now on, if logs are kept. */
    LiveRun is(GenericKubernetesResource application) {
        var uid = application.getMetadata().getUid();
        var key = RunKey.of(api.connection().apiServer(), api.namespace(), name, uid);
        logs = RunLogs.of(api.connection(), key, keeping, api.dialect(), run::status);
        run.is(application);
        if (keeping.isOn()) {
            followPods();
        }
        run.ending().thenAcceptAsync(this::end, api.connection().workers());
        return this;
    }

    TrackedRun run() {
        return run;
    }

    RunLogs logs() {
        return Optional.ofNullable(logs).orElseThrow();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome.copy();
    }

    LogKeeping keeping() {
        return keeping;
    }

    /** Completes when nothing is watched for this run any more. */
    CompletableFuture<Void> released() {
        return released.copy();
    }

    /** Its end, from now on, is wanted. */
    synchronized void cancel() {
        isCancelled = true;
    }

    private synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Has the logs of its pods followed, from their first lines. Does nothing after the end. */
    synchronized void followPods() {
        if (podWatch == null && !run.ending().isDone()) {
            podWatch = api.tried("watch the pods of", name, () -> api.connection()
                    .pods(api.dialect(), api.namespace())
                    .listen(name, new PodListener(logs())));
            api.connection().workers().execute(this::lookAtPods);
        }
    }

    /** Tells of problems until the end. */
    CompletableFuture<Void> lookOut(Supplier<Diagnosis> diagnosis, Consumer<Finding> found) {
        if (outcome.isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        var lookout = new Lookout(diagnosis, api.connection().workers(), found);
        var watching = api.tried("watch the pods of", name, () -> api.connection()
                .pods(api.dialect(), api.namespace())
                .listen(name, lookout));
        lookout.over().whenComplete((done, failure) -> watching.close());
        outcome.thenRun(() -> lookout.over().complete(null));
        api.connection().workers().execute(() -> tellOfPods(lookout));
        return lookout.over();
    }

    private void tellOfPods(Lookout lookout) {
        try {
            api.pods(name).list().getItems().forEach(lookout::changed);
        } catch (RuntimeException e) {
            LOG.warn("The pods of {}/{} can't be listed", api.namespace(), name, e);
        }
    }

    /** Pods that were there before the watch, or whose last change is still on its way. */
    private void lookAtPods() {
        try {
            api.pods(name).list().getItems().forEach(logs()::podChanged);
        } catch (RuntimeException e) {
            LOG.warn("The pods of {}/{} can't be listed", api.namespace(), name, e);
        }
    }

    /** Who only wants to know that it was stopped need not wait for its logs. */
    private void end(TrackedRun.Ending ending) {
        if (!ending.isGone()) {
            lookAtPods();
        }
        var allLogs = logs().complete();
        if (!Outcomes.isItsOwnEnd(ending.last())) {
            outcome.complete(Outcomes.ofStopped(ending, isCancelled()));
        }
        var limit = ending.isGone() ? LOG_SECONDS_AFTER_DELETION : LOG_SECONDS;
        allLogs.completeOnTimeout(null, limit, TimeUnit.SECONDS)
                .whenCompleteAsync(
                        (done, failure) -> settle(ending.last()),
                        api.connection().workers());
    }

    private void settle(RunStatus last) {
        try {
            logs().stop();
            if (Outcomes.isItsOwnEnd(last)) {
                outcome.complete(Outcomes.of(last, logs().kept()));
            }
        } finally {
            release();
        }
    }

    private synchronized void release() {
        if (podWatch != null) {
            podWatch.close();
        }
        if (logs != null) {
            logs.release();
        }
        podHold.ifPresent(Registration::close);
        watch.close();
        lease.close();
        released.complete(null);
    }

    /** There is no such run after all. */
    void abandon() {
        release();
    }

    private record PodListener(RunLogs logs) implements ObjectWatch.Listener<Pod> {
        @Override
        public void changed(Pod pod) {
            logs.podChanged(pod);
        }

        @Override
        public void removed(Pod pod) {
            logs.podGone(pod.getMetadata().getUid());
        }
    }
}
