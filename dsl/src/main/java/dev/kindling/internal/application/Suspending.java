package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.run.ApplicationState;
import dev.kindling.run.Suspension;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stops a run so that it can begin again, and lets it begin. */
final class Suspending {

    private static final String SUSPENDED = "SUSPENDED";

    /** States in which no driver has begun to work. */
    private static final Set<String> IDLE = Set.of("NEW", SUSPENDED, "PENDING_RERUN", "SUBMISSION_FAILED", "RESUMING");

    private final ApplicationApi api;
    private final String name;
    private final LiveRun live;

    Suspending(ApplicationApi api, String name, LiveRun live) {
        this.api = api;
        this.name = name;
        this.live = live;
    }

    Suspension suspend(Duration limit) {
        var before = live.run().status().state();
        if (before.isFinal()) {
            throw notSuspended("it has ended, in state " + before, "nothing: there is nothing left to suspend", null);
        }
        var reached = suspended();
        new SuspendField(api, name).set("suspend", true);
        var deadline = System.nanoTime() + limit.toNanos();
        await(reached, limit, "its state is ");
        var podsGone = api.pods(name).withLabel("spark-role", "driver").informOnCondition(List::isEmpty);
        try {
            var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            await(podsGone, left, "its driver's pod is still there, and its state is ");
        } finally {
            podsGone.cancel(true);
        }
        return new Suspension(live.run().status().attempts(), !IDLE.contains(before.name()));
    }

    /** It is enough to see the state once, or the end: then it never comes. */
    private CompletableFuture<Void> suspended() {
        var seen = new CompletableFuture<Void>();
        var known = live.run().states().size();
        var passed = new AtomicInteger();
        var following = live.run().follow(change -> {
            var isNews = passed.incrementAndGet() > known
                    || live.run().status().state().name().equals(SUSPENDED);
            if (isNews && change.state().name().equals(SUSPENDED)) {
                seen.complete(null);
            }
        });
        following.thenRun(() -> seen.complete(null));
        seen.thenRun(() -> following.cancel(true));
        return seen;
    }

    private <T> void await(CompletableFuture<T> condition, Duration limit, String seen) {
        try {
            condition.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw notSuspended(
                    seen + state() + " after " + limit.toSeconds() + " s", "wait longer, or look at .events()", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSuspended("the wait was interrupted; " + seen + state(), "call .suspend(..) again", e);
        } catch (ExecutionException e) {
            throw notSuspended(String.valueOf(e.getCause()), "call .suspend(..) again", e);
        }
    }

    void resume() {
        new SuspendField(api, name).set("resume", false);
    }

    private ClusterAccessException notSuspended(String seen, String hint, @Nullable Throwable cause) {
        return new ClusterAccessException(
                new Request("suspend", api.dialect().resourceName(), name, api.namespace()),
                new Answer(200, seen),
                hint,
                cause);
    }

    private ApplicationState state() {
        return live.run().status().state();
    }
}
