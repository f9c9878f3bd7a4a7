package dev.kindling.internal.application;

import dev.kindling.diagnosis.Preflight;
import dev.kindling.diagnosis.PreflightFailedException;
import dev.kindling.internal.code.Shipment;
import dev.kindling.internal.operator.Dialect;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.internal.preflight.Round;
import dev.kindling.internal.tracking.Connections;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.target.Operator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look at the cluster before an application, or a schedule of it, is submitted. */
public final class ApplicationPreflight {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationPreflight.class);

    private ApplicationPreflight() {}

    /** Only looks. */
    public static Preflight look(ApplicationPlan plan, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var said = ApplicationSubmission.withImageOf(cluster, plan);
        try (var shipment = Shipment.of(said)) {
            var draft = StoreKeys.draft(shipment.plan(), resolved -> Draft.of(resolved, operator, cluster));
            return look(draft, Dialect.of(operator), shipment.plan(), said, cluster);
        }
    }

    /** Only looks. */
    public static Preflight look(SchedulePlan plan, KubernetesCluster cluster) {
        var given = ApplicationSubmission.withImageOf(cluster, plan.application());
        try (var shipment = Shipment.of(given)) {
            var application = shipment.plan();
            var draft = ScheduleSubmission.draft(plan.application(application), cluster);
            return look(draft, Dialect.OF_SCHEDULES, application, given, cluster);
        }
    }

    private static Preflight look(
            Draft draft, Dialect dialect, ApplicationPlan plan, ApplicationPlan said, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        try (var lease = Connections.lease(ApplicationSubmission.inNamespaceOf(draft, cluster))) {
            var api = ApplicationApi.of(lease, dialect);
            draft.resource().getMetadata().setNamespace(api.namespace());
            var checks = new ApplicationChecks(api, draft, plan, said, cluster, operator);
            return new Round(lease.connection().client(), checks.subject()).look(checks.withResource());
        }
    }

    /**
     * For a submission: throws what is certain to go wrong and logs what may. The dry run of the resource comes with its
     * creation.
     */
    static void require(
            ApplicationApi api, Draft draft, ApplicationPlan plan, ApplicationPlan said, KubernetesCluster cluster) {
        var operator = cluster.operator().orElseGet(Operator::kubeflow);
        var checks = new ApplicationChecks(api, draft, plan, said, cluster, operator);
        var preflight = new Round(api.connection().client(), checks.subject()).look(checks.all());
        if (!preflight.isClear()) {
            throw new PreflightFailedException(preflight);
        }
        preflight
                .warnings()
                .forEach(finding -> LOG.warn(
                        "Preflight of {}: {}; to do: {}",
                        checks.subject(),
                        finding.what(),
                        finding.change().code()));
    }
}
