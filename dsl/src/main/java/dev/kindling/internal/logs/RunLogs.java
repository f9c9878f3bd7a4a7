package dev.kindling.internal.logs;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.operator.RunStatus;
import dev.kindling.internal.tracking.Connection;
import dev.kindling.run.KeptLog;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.LogLine;
import dev.kindling.run.LogSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows every pod of one run whose container has started, and hands its log to whoever wants it. Thread-safe. */
public final class RunLogs {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogs.class);

    private final Connection connection;
    private final String namespace;
    private final LogFolder folder;
    private final Attempts attempts;
    private final Map<String, Followed> byUid = new LinkedHashMap<>();
    private final Set<Follower> followers = new HashSet<>();
    private boolean complete;

    private RunLogs(Connection connection, String namespace, LogFolder folder, Attempts attempts) {
        this.connection = connection;
        this.namespace = namespace;
        this.folder = folder;
        this.attempts = attempts;
    }

    /** Makes room for a further run, and keeps what it brings. */
    public static RunLogs of(
            Connection connection, RunKey run, LogKeeping keeping, Dialect dialect, Supplier<RunStatus> status) {
        var folder = LogFolder.of(run, keeping);
        connection.workers().execute(folder::makeRoom);
        return new RunLogs(connection, run.namespace(), folder, new Attempts(dialect, status));
    }

    /** A pod is new or has changed. */
    public synchronized void podChanged(Pod pod) {
        StartedContainer.of(pod).ifPresent(container -> {
            var followed = byUid.get(container.uid());
            if (followed == null) {
                begin(container, attempts.of(pod));
            } else if (container.hasEnded()) {
                followed.stream.containerEnded();
            }
        });
    }

    /** A pod is gone. */
    public synchronized void podGone(String uid) {
        var followed = byUid.get(uid);
        if (followed != null) {
            followed.stream.podGone();
        }
    }

    private void begin(StartedContainer container, int attempt) {
        var source = source(container, attempt);
        if (complete
                || !source.isDriver()
                        && executorsOf(attempt) >= folder.keeping().maxExecutors()) {
            return;
        }
        try {
            var log = new PodLog(source, folder);
            var stream = new LogStream(connection.client(), connection.workers(), namespace, container, log::append);
            byUid.put(container.uid(), new Followed(log, stream));
            followers.forEach(follower -> follower.add(log));
            stream.open().whenComplete((whole, failure) -> log.finish(failure == null && whole));
        } catch (IOException e) {
            LOG.warn("The log of {} can't be kept in {}", source, folder.path(), e);
        }
    }

    private long executorsOf(int attempt) {
        return byUid.values().stream()
                .map(followed -> followed.log.source())
                .filter(source -> !source.isDriver() && source.attempt() == attempt)
                .count();
    }

    /** Everything so far, and all that comes until the run is complete. */
    public synchronized CompletableFuture<Void> follow(Consumer<LogLine> lines) {
        var follower = new Follower(lines);
        kept().stream().filter(log -> !byUid.containsKey(log.source().uid())).forEach(follower::replay);
        byUid.values().forEach(followed -> follower.add(followed.log));
        if (complete) {
            follower.finish();
        } else {
            followers.add(follower);
        }
        return follower.result;
    }

    /** Everything there is now, without following it: of these pods, and of those that are gone. */
    public void soFar(KubernetesClient client, List<Pod> pods, Consumer<LogLine> lines) {
        new CurrentLogs(client, namespace, kept()).read(live(pods), lines);
    }

    private synchronized List<CurrentLogs.Live> live(List<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> StartedContainer.of(pod).stream()
                        .map(container -> new CurrentLogs.Live(source(container, attempts.of(pod)), container)))
                .sorted(Comparator.comparingInt(
                                (CurrentLogs.Live each) -> each.source().attempt())
                        .thenComparing(each -> !each.source().isDriver()))
                .toList();
    }

    private static LogSource source(StartedContainer container, int attempt) {
        return new LogSource(attempt, container.executor(), container.pod(), container.uid());
    }

    /** No further pod will come. Completes when all logs have reached their end. */
    public synchronized CompletableFuture<Void> complete() {
        complete = true;
        followers.forEach(Follower::finish);
        followers.clear();
        return CompletableFuture.allOf(
                byUid.values().stream().map(followed -> followed.log.end()).toArray(CompletableFuture<?>[]::new));
    }

    /** What has not come by now is not waited for any more. */
    public synchronized void stop() {
        byUid.values().forEach(followed -> followed.stream.stop());
    }

    /** What is followed now, and what was kept earlier of other pods. */
    public synchronized List<KeptLog> kept() {
        return folder.sources().stream()
                .<KeptLog>map(source -> byUid.containsKey(source.uid())
                        ? byUid.get(source.uid()).log
                        : new StoredLog(source, folder.file(source)))
                .toList();
    }

    /** Nothing is looked at any more: what was not to be kept is removed. */
    public void release() {
        if (!folder.keeping().isOn()) {
            try {
                folder.delete();
            } catch (IOException e) {
                LOG.warn("{} can't be removed", folder.path(), e);
            }
        }
    }

    /** Removes what is kept. */
    public synchronized void delete() throws IOException {
        stop();
        folder.delete();
    }

    private record Followed(PodLog log, LogStream stream) {}

    private static final class Follower {
        private final Consumer<LogLine> lines;
        private final CompletableFuture<Void> result = new CompletableFuture<>();
        private final List<CompletableFuture<Void>> ends = new ArrayList<>();

        Follower(Consumer<LogLine> lines) {
            this.lines = lines;
        }

        void replay(KeptLog log) {
            try (var kept = log.lines()) {
                kept.forEach(line -> pass(new LogLine(log.source(), line)));
            }
        }

        /** Whoever throws gets no more: the log goes on for all others. */
        private void pass(LogLine line) {
            if (!result.isDone()) {
                try {
                    lines.accept(line);
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            }
        }

        void add(PodLog log) {
            if (!result.isDone()) {
                log.follow(this::pass);
                ends.add(log.end());
            }
        }

        void finish() {
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                    .whenComplete((done, failure) -> result.complete(null));
        }
    }
}
