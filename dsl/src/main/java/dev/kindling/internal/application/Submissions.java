package dev.kindling.internal.application;

import dev.kindling.diagnosis.SubmissionsFailedException;
import dev.kindling.diagnosis.SubmissionsFailedException.Failure;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many applications brought to a cluster, some at a time. */
public final class Submissions {

    /** From here on an API server is no quicker: more would only wait in its queue. */
    private static final int AT_A_TIME = 64;

    private Submissions() {}

    /** All are checked before the first is submitted. */
    public static List<SubmittedApplication> all(List<ApplicationPlan> plans, KubernetesCluster cluster) {
        plans.forEach(SpecCheck::application);
        var pool = pool(Math.max(1, Math.min(AT_A_TIME, plans.size())));
        var lease = Connections.lease(cluster); // one connection for all, also between two that are submitted
        try {
            return joined(plans.stream()
                    .map(plan -> new Underway(
                            plan.workload().name(),
                            CompletableFuture.supplyAsync(
                                    () -> ApplicationSubmission.submit(plan, cluster, step -> {}), pool)))
                    .toList());
        } finally {
            lease.close();
            pool.shutdown();
        }
    }

    private static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "kindling-submit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** All are waited for, so that nothing is submitted any more when a refusal is told. */
    private static List<SubmittedApplication> joined(List<Underway> all) {
        var done = new ArrayList<SubmittedApplication>();
        var failures = new ArrayList<Failure>();
        for (var one : all) {
            try {
                done.add(one.run().join());
            } catch (CompletionException e) {
                failures.add(new Failure(one.name(), e.getCause() instanceof RuntimeException reason ? reason : e));
            }
        }
        if (!failures.isEmpty()) {
            throw new SubmissionsFailedException(all.size(), failures);
        }
        return done;
    }

    private record Underway(String name, CompletableFuture<SubmittedApplication> run) {}
}
