package dev.kindling.internal.application;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands the log of every attempt's driver to everyone who follows, each from its first line. */
final class DriverLogs {

    private final SharedConnection connection;
    private final Set<DriverContainer> started = new LinkedHashSet<>();
    private final List<Follower> followers = new ArrayList<>();
    private boolean complete;

    DriverLogs(SharedConnection connection) {
        this.connection = connection;
    }

    synchronized CompletableFuture<Void> follow(Consumer<String> lines) {
        var follower = new Follower(lines);
        started.forEach(follower::add);
        if (complete) {
            follower.finish();
        } else {
            followers.add(follower);
        }
        return follower.result;
    }

    synchronized void podChanged(Pod pod) {
        DriverContainer.started(pod).filter(started::add).ifPresent(driver -> followers.forEach(f -> f.add(driver)));
    }

    /** No further attempt will be made. */
    synchronized void complete() {
        complete = true;
        followers.forEach(Follower::finish);
        followers.clear();
    }

    private final class Follower {
        private final Consumer<String> lines;
        private final CompletableFuture<Void> result = new CompletableFuture<>();
        private CompletableFuture<Void> attempts = CompletableFuture.completedFuture(null);

        Follower(Consumer<String> lines) {
            this.lines = lines;
        }

        /** Asynchronous: asking for a log waits for an answer, which may come on the very thread that called. */
        void add(DriverContainer driver) {
            attempts = attempts.thenComposeAsync(before -> stream(driver));
        }

        void finish() {
            attempts.whenComplete((done, failure) -> {
                if (failure == null) {
                    result.complete(null);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        }

        private CompletableFuture<Void> stream(DriverContainer driver) {
            if (result.isDone()) {
                return CompletableFuture.completedFuture(null);
            }
            var use = connection.use();
            var out = new LineStream(lines);
            try {
                var watch = open(use, driver, out);
                result.whenComplete((done, failure) -> watch.close());
                return watch.onClose().toCompletableFuture().thenAcceptAsync(failure -> {
                    out.close();
                    use.close();
                });
            } catch (RuntimeException e) {
                use.close();
                throw e;
            }
        }

        private LogWatch open(SharedConnection.Use use, DriverContainer driver, LineStream out) {
            return use.client()
                    .pods()
                    .inNamespace(use.namespace())
                    .withName(driver.pod())
                    .inContainer(driver.name())
                    .withReadyWaitTimeout(1)
                    .watchLog(out);
        }
    }
}
