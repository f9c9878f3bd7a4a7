package dev.kindling.internal.application;

import dev.kindling.run.ApplicationLogs;
import dev.kindling.run.KeptLog;
import dev.kindling.run.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run's logs; asking to follow them begins that where it was switched off. */
final class HandleLogs implements ApplicationLogs {

    private final String name;
    private final LiveRun live;
    private final Function<Function<ApplicationApi, Boolean>, Boolean> asking;

    /** @param asking asks the cluster, also after the run has let go of its connection */
    HandleLogs(String name, LiveRun live, Function<Function<ApplicationApi, Boolean>, Boolean> asking) {
        this.name = name;
        this.live = live;
        this.asking = asking;
    }

    @Override
    public CompletableFuture<Void> follow(Consumer<LogLine> line) {
        live.followPods();
        return live.logs().follow(line);
    }

    @Override
    public void soFar(Consumer<LogLine> line) {
        asking.apply(api -> {
            var pods = api.tried(
                    "list the pods of", name, () -> api.pods(name).list().getItems());
            live.logs().soFar(api.connection().client(), pods, line);
            return true;
        });
    }

    @Override
    public List<KeptLog> kept() {
        return live.logs().kept();
    }

    @Override
    public List<Integer> lostAttempts() {
        var kept = kept().stream()
                .filter(log -> log.source().isDriver())
                .map(log -> log.source().attempt())
                .collect(Collectors.toSet());
        var status = live.run().status();
        var over = live.run().ending().isDone() ? status.attempts() : status.attempts() - 1;
        return IntStream.rangeClosed(1, over)
                .boxed()
                .filter(attempt -> !kept.contains(attempt))
                .toList();
    }

    void delete() {
        try {
            live.logs().delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The kept logs could not be removed", e);
        }
    }
}
