package dev.kindling.internal.application;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;

/** Brings an application to a cluster and hands out its handle. */
public final class ApplicationSubmission {

    private ApplicationSubmission() {}

    /** The whole spec is checked and rendered before the cluster is asked anything. */
    public static SubmittedApplication submit(ApplicationPlan plan, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var complete = withImageOf(cluster, plan);
        var draft = StoreKeys.draft(complete, resolved -> Draft.of(resolved, operator, cluster));
        var target = inNamespaceOf(draft, cluster);
        var dialect = Dialect.of(operator);
        try (var lease = Connections.lease(target)) { // one client for both
            if (cluster.preflight()) {
                var api = ApplicationApi.of(lease, dialect);
                DryRuns.once(api, draft, "preflight", () -> ApplicationPreflight.require(api, draft, complete, target));
            }
            return submit(draft, dialect, target, plan.lifecycle().logs());
        }
    }

    /** What the cluster names counts; else a file's own namespace, before the context's. */
    static KubernetesCluster inNamespaceOf(Draft draft, KubernetesCluster cluster) {
        return Optional.ofNullable(draft.resource().getMetadata().getNamespace())
                .filter(named -> cluster.namespace().isEmpty())
                .map(cluster::namespace)
                .orElse(cluster);
    }

    static ApplicationPlan withImageOf(KubernetesCluster cluster, ApplicationPlan plan) {
        var workload = plan.workload();
        return cluster.image()
                .filter(image -> workload.image().isEmpty())
                .map(image -> plan.workload(workload.image(image)))
                .orElse(plan);
    }

    /** Watched before it is made: what can't be followed is not left running unseen. */
    static SubmittedApplication submit(Draft draft, Dialect dialect, KubernetesCluster cluster, LogKeeping keeping) {
        return LiveRuns.begin(cluster, dialect, draft.name(), keeping, api -> {
            draft.resource().getMetadata().setNamespace(api.namespace());
            return new Creation(api, draft).run();
        });
    }

    /** A handle of what is there. */
    static SubmittedApplication adopt(
            GenericKubernetesResource found, Dialect dialect, KubernetesCluster cluster, LogKeeping keeping) {
        return LiveRuns.begin(cluster, dialect, found.getMetadata().getName(), keeping, api -> found);
    }
}
