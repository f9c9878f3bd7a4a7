package dev.kindling.internal.application;

import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.LogKeeping;
import dev.kindling.run.SubmittedApplication;
import dev.kindling.storage.S3;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings an application to a cluster and hands out its handle. */
public final class ApplicationSubmission {

    private ApplicationSubmission() {}

    /**
     * The whole spec is checked and rendered before the cluster is asked anything, and nothing is brought to a store before
     * the cluster has said that it would take it.
     */
    public static SubmittedApplication submit(
            ApplicationPlan plan, KubernetesCluster cluster, Consumer<String> progress) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var said = withImageOf(cluster, plan);
        try (var shipment = Shipment.of(said)) {
            var complete = shipment.plan();
            var draft = StoreKeys.draft(complete, resolved -> Draft.of(resolved, operator, cluster));
            var target = inNamespaceOf(draft, cluster);
            var shipped = Shipped.of(draft, shipment, target);
            var dialect = Dialect.of(operator);
            try (var lease = Connections.lease(target)) { // one client for both
                if (cluster.preflight()) {
                    var api = ApplicationApi.of(lease, dialect);
                    DryRuns.once(
                            api,
                            draft,
                            "preflight",
                            () -> ApplicationPreflight.require(api, draft, complete, said, target));
                }
                return submit(shipped, dialect, target, plan.lifecycle().logs(), progress);
            }
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
    private static SubmittedApplication submit(
            Shipped shipped,
            Dialect dialect,
            KubernetesCluster cluster,
            LogKeeping keeping,
            Consumer<String> progress) {
        return LiveRuns.begin(
                cluster, dialect, shipped.draft().name(), keeping, shipped.s3(), api -> shipped.create(api, progress));
    }

    /** Another run of a resource that is there, whose code is in its store still. */
    static SubmittedApplication again(
            Draft draft, Dialect dialect, KubernetesCluster cluster, LogKeeping keeping, Optional<S3> s3) {
        return LiveRuns.begin(cluster, dialect, draft.name(), keeping, s3, api -> {
            draft.resource().getMetadata().setNamespace(api.namespace());
            var code = CodeReferences.of(draft.resource());
            code.ifPresent(references -> references.add(api, s3, cluster));
            return Shipped.keeping(code, api, s3, cluster, () -> new Creation(api, draft).run());
        });
    }

    /** A handle of what is there. */
    static SubmittedApplication adopt(
            GenericKubernetesResource found, Dialect dialect, KubernetesCluster cluster, LogKeeping keeping) {
        return LiveRuns.begin(cluster, dialect, found.getMetadata().getName(), keeping, Optional.empty(), api -> found);
    }
}
