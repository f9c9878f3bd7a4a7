package dev.kindling.internal.application;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Answer;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Deletes an application; its pods belong to it and go with it. */
final class Deletion {

    /** A pod's usual 30 s to end, and as much again for driver and executors that go one after the other. */
    private static final long GONE_SECONDS = 90;

    private static final int TRIES = 3;

    private final ApplicationApi api;
    private final Identity application;

    Deletion(ApplicationApi api, Identity application) {
        this.api = api;
        this.application = application;
    }

    /** Deletes it and waits until its pods are gone, and it itself: an operator's finalizer may hold it. */
    void run() {
        request();
        await("its pods", () -> api.pods(name()).informOnCondition(List::isEmpty));
        await("the resource", () -> api.applications().withName(name()).informOnCondition(left -> left.stream()
                .noneMatch(application::isOf)));
    }

    /** Only asks for it. An application that got the same name later is left alone. */
    void request() {
        var resource = api.applications().withName(name());
        api.tried("delete", name(), () -> {
            var found = resource.get();
            return found != null && application.isOf(found) ? resource.delete() : List.of();
        });
    }

    /** A connection that the server closes under a beginning watch ends it, and nobody begins it again but we. */
    void await(String what, Supplier<CompletableFuture<?>> watch) {
        for (int vain = 1; !isGone(what, watch.get(), vain == TRIES); vain++) {
            // Once more.
        }
    }

    private boolean isGone(String what, CompletableFuture<?> gone, boolean isLastTry) {
        try {
            gone.get(GONE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (TimeoutException e) {
            throw stillThere(what, e);
        } catch (ExecutionException e) {
            if (isLastTry) {
                var failure = new KubernetesClientException("Could not be watched", e.getCause());
                throw api.refused(failure, "watch what belongs to", name());
            }
            return false;
        } finally {
            gone.cancel(true);
        }
    }

    private ClusterAccessException stillThere(String what, TimeoutException e) {
        var pods = api.pods(name()).list().getItems().stream()
                .map(pod -> pod.getMetadata().getName())
                .toList();
        return new ClusterAccessException(
                new Request("delete", api.dialect().resourceName(), name(), api.namespace()),
                new Answer(200, "after " + GONE_SECONDS + " s " + what + " still there; pods: " + pods),
                "look why: kubectl describe pods -n " + api.namespace() + " " + String.join(" ", pods)
                        + ", and whether the operator runs, whose finalizer holds the resource",
                e);
    }

    private String name() {
        return application.name();
    }
}
