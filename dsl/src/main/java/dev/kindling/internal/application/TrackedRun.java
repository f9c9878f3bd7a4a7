package dev.kindling.internal.application;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.operator.Verdict;
import dev.kindling.internal.tracking.ObjectWatch;
import dev.kindling.run.StateChange;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of one run: fed by the watch of its namespace until it has ended or is gone. Thread-safe. */
final class TrackedRun implements ObjectWatch.Listener<GenericKubernetesResource> {

    private final ApplicationApi api;
    private final String name;
    private final List<StateChange> states = new ArrayList<>();
    private final List<Consumer<StateChange>> followers = new ArrayList<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private RunStatus status = RunStatus.NOTHING;
    private long version;
    private @Nullable String uid;
    /** What was told before it was known which of that name this is. */
    private @Nullable GenericKubernetesResource early;

    TrackedRun(ApplicationApi api, String name) {
        this.api = api;
        this.name = name;
    }

    /** It is this one. */
    synchronized void is(GenericKubernetesResource application) {
        uid = application.getMetadata().getUid();
        changed(application);
        if (early != null) {
            changed(early);
            early = null;
        }
    }

    @Override
    public synchronized void changed(GenericKubernetesResource application) {
        if (uid == null) {
            early = application;
        } else if (!uid.equals(application.getMetadata().getUid())) {
            gone(application);
        } else if (isNews(application)) {
            observe(Json.of(application));
        }
    }

    /** An answer to a question may be older than what the watch has brought meanwhile. */
    private boolean isNews(GenericKubernetesResource application) {
        var next = version(application);
        var isNews = next == 0 || next > version;
        version = Math.max(next, version);
        return isNews;
    }

    private void observe(JsonNode application) {
        var next = api.dialect().read(application, Instant.now());
        var news = next.since(status);
        status = next;
        news.forEach(change -> {
            states.add(change);
            followers.forEach(follower -> follower.accept(change));
        });
        if (next.verdict() != Verdict.OPEN) {
            var isBeingDeleted = application.path("metadata").has("deletionTimestamp");
            ending.complete(new Ending(next, next.verdict() == Verdict.SHUT_DOWN && isBeingDeleted));
        }
    }

    /** Its last state may only be seen now: the time to live may be nothing. */
    @Override
    public synchronized void removed(GenericKubernetesResource application) {
        if (uid == null) {
            early = null;
        } else if (uid.equals(application.getMetadata().getUid())) {
            if (application.getAdditionalProperties().containsKey("status")) {
                observe(Json.of(application));
            }
            ending.complete(new Ending(status, true));
        }
    }

    /** Another one of that name is there, so this one is not. One that is older has nothing to say. */
    private void gone(GenericKubernetesResource other) {
        if (version(other) > version) {
            ending.complete(new Ending(status, true));
        }
    }

    /** The watch knows of another version than the last that was told here: something was missed. */
    @Override
    public synchronized void stillThere(GenericKubernetesResource known) {
        if (uid != null && version(known) != version) {
            api.connection().workers().execute(this::ask);
        }
    }

    private void ask() {
        api.find(name).ifPresentOrElse(this::changed, () -> ending.complete(new Ending(status(), true)));
    }

    private static long version(GenericKubernetesResource application) {
        var version = application.getMetadata().getResourceVersion();
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    synchronized RunStatus status() {
        return status;
    }

    synchronized List<StateChange> states() {
        return List.copyOf(states);
    }

    synchronized CompletableFuture<Void> follow(Consumer<StateChange> follower) {
        var result = new CompletableFuture<Void>();
        Consumer<StateChange> open = change -> {
            if (!result.isDone()) {
                pass(change, follower, result);
            }
        };
        states.forEach(open);
        followers.add(open);
        ending.thenRun(() -> result.complete(null));
        return result;
    }

    /** Whoever throws is told no more: the run goes on for all others. */
    private static void pass(StateChange change, Consumer<StateChange> follower, CompletableFuture<Void> result) {
        try {
            follower.accept(change);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** How it ended, as far as the custom resource tells. */
    CompletableFuture<Ending> ending() {
        return ending.copy();
    }

    /**
     * The end.
     *
     * @param last what was last seen
     * @param isGone whether the custom resource was deleted
     */
    record Ending(RunStatus last, boolean isGone) {}
}
