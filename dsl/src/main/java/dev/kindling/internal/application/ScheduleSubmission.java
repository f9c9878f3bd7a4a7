package dev.kindling.internal.application;

import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.util.Optional;

/** Brings a schedule to a cluster, or finds it there, and hands out its handle. */
public final class ScheduleSubmission {

    private ScheduleSubmission() {}

    /** The whole spec is checked and rendered before the cluster is asked anything. */
    public static SubmittedSchedule submit(SchedulePlan plan, KubernetesCluster cluster) {
        var complete = withImageOf(cluster, plan);
        var draft = draft(complete, cluster);
        var there = ApplicationSubmission.inNamespaceOf(draft, cluster);
        try (var lease = Connections.lease(there)) {
            var api = ApplicationApi.of(lease, Dialect.OF_SCHEDULES);
            draft.resource().getMetadata().setNamespace(api.namespace());
            if (cluster.preflight()) {
                var application = complete.application();
                DryRuns.once(
                        api,
                        draft,
                        "preflight",
                        () -> ApplicationPreflight.require(api, draft, application, application, there));
            }
            return new ScheduleHandle(there, Identity.of(new Creation(api, draft).run()));
        }
    }

    static SchedulePlan withImageOf(KubernetesCluster cluster, SchedulePlan plan) {
        return plan.application(ApplicationSubmission.withImageOf(cluster, plan.application()));
    }

    static Draft draft(SchedulePlan plan, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        return StoreKeys.draft(plan.application(), resolved -> Draft.of(plan.application(resolved), operator, cluster));
    }

    /** The handle of one that is there. */
    public static Optional<SubmittedSchedule> find(String name, KubernetesCluster cluster) {
        try (var lease = Connections.lease(cluster)) {
            return ApplicationApi.of(lease, Dialect.OF_SCHEDULES)
                    .find(name)
                    .map(found -> new ScheduleHandle(cluster, Identity.of(found)));
        }
    }
}
