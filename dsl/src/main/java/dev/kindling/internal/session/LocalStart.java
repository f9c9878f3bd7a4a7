package dev.kindling.internal.session;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.conf.SessionConf;
import dev.kindling.internal.conf.SessionFacts;
import dev.kindling.internal.conf.StaticKeys;
import dev.kindling.internal.forward.ReachedStore;
import dev.kindling.internal.plan.SessionPlan;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Settings;
import dev.kindling.target.Local;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;

/** A start without Kubernetes: driver and tasks are threads of this JVM. */
final class LocalStart {

    private static final String LOOPBACK = "127.0.0.1";

    private LocalStart() {}

    static RunningSession of(SessionPlan plan, Local local) {
        refuseForward(plan.workload());
        WorkloadPlan workload = plan.workload().s3(store -> StaticKeys.movedTo("of-no-pod", store));
        String name = workload.name();
        ActiveSession active = ActiveSession.claim(name);
        Cleanup cleanup = new Cleanup();
        cleanup.add("release the session's place in this JVM", active::release);
        try {
            StoreAccess.forDriver(workload.s3(), cleanup);
            SessionFolder folder = SessionFolder.create();
            cleanup.add("remove the session's folder", folder::close);
            SessionPlan packed = new SessionPlan(ClassFolders.packed(workload, folder));
            Settings settings = SessionConf.of(packed, new SessionFacts.OnThisJvm(local.threads(), List.of()));
            CompletableFuture<SparkContext> making = SparkContexts.begin(settings, LOOPBACK);
            cleanup.add("stop Spark", () -> SparkContexts.stop(making));
            SparkContext context = SparkContexts.await(making, settings);
            ExecutorLedger ledger = new ExecutorLedger();
            ledger.registered("driver", LOOPBACK);
            SessionEvidence evidence = SessionEvidence.of("local", name, ledger);
            JobWatch.begin(context, evidence);
            return new LiveSession(context, settings, SessionDoctor.local(evidence), 1, cleanup);
        } catch (RuntimeException | Error e) {
            cleanup.close();
            throw e;
        }
    }

    private static void refuseForward(WorkloadPlan plan) {
        if (plan.s3().filter(ReachedStore::needsCluster).isPresent()) {
            throw new InvalidSpecException(
                    plan.name(),
                    List.of(new Problem(
                            ".s3(..)",
                            ".fromHereByPortForward()",
                            "needs a cluster whose API server forwards the port, and Local.threads(n) names none",
                            ".fromHere(\"http://localhost:9000\"), or .startOn(KubernetesCluster.current())")));
        }
    }
}
