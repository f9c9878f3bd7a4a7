package dev.kindling.internal.session;

import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.internal.preflight.Answer;
import dev.kindling.internal.preflight.BucketCheck;
import dev.kindling.internal.preflight.Check;
import dev.kindling.internal.preflight.SpecSecrets;
import dev.kindling.target.KubernetesCluster;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The object store is asked while Spark starts, which does not wait for it: what is wrong is told, before or after the
 * start is done, and stops nothing. Asks as long as the connector's limits let it, and no longer than the session is
 * there.
 */
final class BucketWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BucketWatch.class);

    private BucketWatch() {}

    static void begin(WorkloadPlan plan, KubernetesCluster cluster, Consumer<String> progress, Cleanup cleanup) {
        begin(SpecSecrets.of(plan).hiddenIn(BucketCheck.all(plan, cluster)), progress, cleanup);
    }

    static void begin(List<Check> checks, Consumer<String> progress, Cleanup cleanup) {
        if (checks.isEmpty()) {
            return;
        }
        var asking = new Thread(() -> ask(checks, progress), "kindling-bucket-watch");
        asking.setDaemon(true);
        cleanup.add("stop asking the object store", asking::interrupt);
        asking.start();
    }

    private static void ask(List<Check> checks, Consumer<String> progress) {
        for (var check : checks) {
            var answer = check.ask();
            if (Thread.currentThread().isInterrupted()) {
                return; // What comes of a call that was broken off says nothing of the store.
            }
            answer.findings().forEach(problem -> tell(problem, progress));
        }
    }

    private static void tell(Answer.Problem problem, Consumer<String> progress) {
        var account = problem.account();
        var line =
                "preflight: " + account.what() + "; to do: " + account.change().code();
        LOG.warn("{}", line);
        progress.accept(line);
    }
}
