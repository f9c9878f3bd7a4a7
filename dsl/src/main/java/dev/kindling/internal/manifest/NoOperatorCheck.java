package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.value.RestartPolicy;
import java.util.List;

/** What an application asks of its operator and nobody does where there is none. */
final class NoOperatorCheck {
    private NoOperatorCheck() {}

    static void check(ApplicationPlan plan, List<Problem> problems) {
        lifecycle(plan.lifecycle(), problems);
        plan.services()
                .ports()
                .forEach(port -> problems.add(refused(
                        ".expose(DriverPort.of(..))",
                        port.name(),
                        "nobody makes services and ingresses",
                        "run.ui() for Spark's UI")));
        ApacheCheck.scheduler(plan.services(), problems);
    }

    private static void lifecycle(Lifecycle lifecycle, List<Problem> problems) {
        if (!(lifecycle.restart() instanceof RestartPolicy.Never)) {
            problems.add(refused(
                    ".restart(..)",
                    lifecycle.restart().toString(),
                    "nobody starts the driver again",
                    ".restart(RestartPolicy.never())"));
        }
        lifecycle
                .timeToLive()
                .ifPresent(time -> problems.add(refused(
                        ".timeToLive(..)", time.toString(), "nobody removes what has ended", "run.delete() after it")));
        if (lifecycle.suspended()) {
            problems.add(refused(".suspended()", "true", "nobody resumes it", "submit it when it shall start"));
        }
        lifecycle
                .kueueQueue()
                .ifPresent(queue -> problems.add(refused(
                        ".kueue(..)",
                        queue,
                        "nobody suspends and resumes it for Kueue",
                        ".label(\"" + Manifests.KUEUE_QUEUE + "\", \"" + queue + "\") for Kueue's plain pods")));
    }

    private static Problem refused(String where, String value, String why, String instead) {
        return new Problem(where, value, "needs an operator: without one " + why, "Operator.kubeflow(), or " + instead);
    }
}
