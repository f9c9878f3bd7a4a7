package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.ClusterAccessException;
import dev.kindling.diagnosis.ClusterAccessException.Request;
import dev.kindling.diagnosis.Finding;
import dev.kindling.diagnosis.Preflight;
import dev.kindling.internal.diagnosis.evidence.Subject;
import dev.kindling.internal.kubernetes.ClusterErrors;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One look: all checks beside each other, and what has come of them when the time is over. */
public final class Round {

    /** From here on a start that goes on finds out as soon. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int BESIDE_EACH_OTHER = 8;

    private static final Answer UNFINISHED = new Answer(List.of(), List.of(), List.of());

    private final KubernetesClient client;
    private final Subject subject;
    private final Duration limit;

    /** A look at what is to run. */
    public Round(KubernetesClient client, Subject subject) {
        this(client, subject, LIMIT);
    }

    Round(KubernetesClient client, Subject subject, Duration limit) {
        this.client = client;
        this.subject = subject;
        this.limit = limit;
    }

    /**
     * Looks. The server is asked first and without that limit: a client has limits of its own.
     *
     * @throws dev.kindling.diagnosis.ClusterAccessException if there is no answer, or it does not know who asks
     */
    public Preflight look(List<Check> checks) {
        var began = Instant.now();
        var pool = Executors.newFixedThreadPool(BESIDE_EACH_OTHER, Round::daemon);
        try {
            var server = server().ask();
            return look(server, begin(checks, pool), began);
        } catch (KubernetesClientException e) {
            throw unreachable(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Preflight look(Answer server, Map<String, CompletableFuture<Answer>> running, Instant began) {
        var all = server;
        var notChecked = new ArrayList<String>();
        var end = System.nanoTime() + limit.toNanos();
        for (var each : running.entrySet()) {
            var answer = until(end, each.getValue());
            all = all.and(answer);
            if (answer == UNFINISHED) {
                notChecked.add(each.getKey() + ": no answer within " + limit.toMillis() + " ms");
            }
        }
        return preflight(began, all, notChecked);
    }

    private static Map<String, CompletableFuture<Answer>> begin(List<Check> checks, ExecutorService pool) {
        var running = new LinkedHashMap<String, CompletableFuture<Answer>>();
        checks.forEach(check -> running.put(check.name(), CompletableFuture.supplyAsync(check::ask, pool)));
        return running;
    }

    private Answer until(long end, CompletableFuture<Answer> running) {
        var left = Math.max(0, end - System.nanoTime());
        try {
            return running.copy()
                    .completeOnTimeout(UNFINISHED, left, TimeUnit.NANOSECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KubernetesClientException unanswered ? unanswered : e;
        }
    }

    private Check server() {
        return new Check("server", () -> {
            var version = client.getKubernetesVersion();
            return Answer.fine("server " + client.getMasterUrl() + " (Kubernetes " + version.getMajor() + "."
                    + version.getMinor() + ")");
        });
    }

    private ClusterAccessException unreachable(KubernetesClientException e) {
        var asked = new Request("check", subject.kind(), subject.name(), subject.namespace());
        return ClusterErrors.of(asked, URI.create(client.getConfiguration().getMasterUrl()), e);
    }

    private Preflight preflight(Instant began, Answer all, List<String> notChecked) {
        return new Preflight(
                subject.toString(),
                began,
                Duration.between(began, Instant.now()),
                findings(all),
                all.checked(),
                notChecked,
                all.notKnown());
    }

    /** What two checks have seen is one finding. */
    private List<Finding> findings(Answer all) {
        var byCause = new LinkedHashMap<List<String>, Answer.Problem>();
        all.findings().forEach(each -> byCause.merge(each.name(), each, Answer.Problem::and));
        return byCause.values().stream()
                .map(each -> each.of(subject.name()))
                .sorted((one, other) -> Boolean.compare(other.isCertain(), one.isCertain()))
                .toList();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "kindling-preflight");
        thread.setDaemon(true);
        return thread;
    }
}
