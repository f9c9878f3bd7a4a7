package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.SchedulePlan;
import dev.kindling.run.SparkManifest;
import dev.kindling.target.Operator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A schedule as Kubeflow's {@code ScheduledSparkApplication}; the webhook fills in nothing there. */
public final class ScheduleManifest {
    private ScheduleManifest() {}

    public static SparkManifest of(SchedulePlan plan, Operator operator, Placement placement) {
        return Text.of(
                resource(plan, operator, placement),
                Warnings.of(plan.application().workload(), placement));
    }

    public static Map<String, Object> resource(SchedulePlan plan, Operator operator, Placement placement) {
        if (plan.origin().isPresent()) {
            return ScheduleText.of(plan, plan.origin().get(), operator, placement);
        }
        SpecCheck.scheduleWithImage(plan);
        requireKubeflow(plan, operator);
        return tree(plan, placement, Optional.of(template(plan.application(), operator, placement)));
    }

    static void requireKubeflow(SchedulePlan plan, Operator operator) {
        if (!(operator instanceof Operator.Kubeflow)) {
            throw new InvalidSpecException(plan.name(), List.of(noSchedules(plan)));
        }
    }

    /** @param template the application; without it, all else */
    static Map<String, Object> tree(SchedulePlan plan, Placement placement, Optional<Object> template) {
        var spec = new Fields()
                .put("schedule", plan.cron())
                .put("timeZone", plan.timeZone().getId())
                .put("concurrencyPolicy", plan.concurrency().toString())
                .put("suspend", plan.suspended())
                .put("successfulRunHistoryLimit", plan.keepSuccessful())
                .put("failedRunHistoryLimit", plan.keepFailed())
                .put("template", template);
        return new Fields()
                .put("apiVersion", KubeflowSpec.API_VERSION)
                .put("kind", "ScheduledSparkApplication")
                .put(
                        "metadata",
                        Manifests.metadata(
                                plan.application(),
                                placement.name(placement.name().orElse(plan.name()))))
                .put("spec", spec.tree())
                .tree();
    }

    /** One that was read keeps what no plan says. */
    static Object template(ApplicationPlan application, Operator operator, Placement placement) {
        if (application.origin().isPresent()) {
            return Objects.requireNonNull(
                    Manifests.resource(application, operator, placement).get("spec"));
        }
        DialectCheck.check(application, operator);
        return KubeflowSpec.of(application, placement);
    }

    /** A CronJob could do it, with an image that holds a client and an account that may create applications. */
    private static Problem noSchedules(SchedulePlan plan) {
        return new Problem(
                "Spark.schedule(..)",
                plan.cron(),
                "cannot be said to any operator but Kubeflow's: somebody outside of the cluster must submit each run",
                "Operator.kubeflow(), or application.idempotencyKey(day).submitTo(cluster) from Airflow or cron");
    }
}
