package dev.kindling.internal.application;

import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.run.SubmittedSchedule;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings a schedule to a cluster, or finds it there, and hands out its handle. */
public final class ScheduleSubmission {

    private ScheduleSubmission() {}

    /** The whole spec is checked and rendered before the cluster is asked anything, or anything is brought to a store. */
    public static SubmittedSchedule submit(SchedulePlan plan, KubernetesCluster cluster, Consumer<String> progress) {
        var given = ApplicationSubmission.withImageOf(cluster, plan.application());
        try (var shipment = Shipment.of(given)) {
            var application = shipment.plan();
            var draft = draft(plan.application(application), cluster);
            var there = ApplicationSubmission.inNamespaceOf(draft, cluster);
            var shipped = Shipped.of(draft, shipment, there);
            try (var lease = Connections.lease(there)) {
                var api = ApplicationApi.of(lease, Dialect.OF_SCHEDULES);
                draft.resource().getMetadata().setNamespace(api.namespace());
                if (cluster.preflight()) {
                    DryRuns.once(
                            api,
                            draft,
                            "preflight",
                            () -> ApplicationPreflight.require(api, draft, application, given, there));
                }
                return ScheduleHandle.of(there, shipped.create(api, progress), shipped.s3());
            }
        }
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
                    .map(found -> ScheduleHandle.of(cluster, found, Optional.empty()));
        }
    }
}
