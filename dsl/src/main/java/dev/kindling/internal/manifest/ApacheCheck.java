package dev.kindling.internal.manifest;

import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.ClusterServices;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.value.BatchScheduler;
import java.util.List;

/** What Apache's operator 1.0.0 cannot do. */
final class ApacheCheck {
    private ApacheCheck() {}

    static void check(ApplicationPlan plan, List<Problem> problems) {
        lifecycle(plan.lifecycle(), problems);
        plan.services().ports().stream()
                .filter(port -> port.ingress().isEmpty())
                .forEach(port -> problems.add(new Problem(
                        ".expose(DriverPort.of(..))",
                        port.name(),
                        "has no ingress, and the Apache operator makes one with every service",
                        ".ingress(Ingress.at(\"" + port.name() + ".example.org\"))")));
        scheduler(plan.services(), problems);
    }

    /** There is no {@code suspend}, and Kueue works by it. */
    private static void lifecycle(Lifecycle lifecycle, List<Problem> problems) {
        if (lifecycle.kueueQueue().isPresent()) {
            var queue = lifecycle.kueueQueue().get();
            problems.add(new Problem(
                    ".kueue(..)",
                    queue,
                    "cannot be said to the Apache operator 1.0.0: Kueue admits an application by resuming it",
                    ".label(\"" + Manifests.KUEUE_QUEUE + "\", \"" + queue + "\") for Kueue's plain pods"));
        } else if (lifecycle.suspended()) {
            problems.add(new Problem(
                    ".suspended()",
                    "true",
                    "cannot be said to the Apache operator 1.0.0, which knows no suspended application",
                    "Operator.kubeflow(), or submit it when it shall start"));
        }
    }

    /** Both are said of Volcano's pod group, which only Kubeflow's operator makes. */
    static void scheduler(ClusterServices services, List<Problem> problems) {
        services.scheduler()
                .flatMap(BatchScheduler::priorityClass)
                .ifPresent(name -> problems.add(new Problem(
                        "BatchScheduler.volcano().priorityClass(..)",
                        name,
                        "is said of a pod group, which only the Kubeflow operator makes",
                        ".pods(PodPlan.none().priorityClass(\"" + name + "\"))")));
        services.scheduler()
                .map(BatchScheduler::atLeast)
                .filter(resources -> !resources.isEmpty())
                .ifPresent(resources -> problems.add(new Problem(
                        "BatchScheduler.volcano().atLeast(..)",
                        resources.toString(),
                        "is said of a pod group, which only the Kubeflow operator makes",
                        "Operator.kubeflow(), or BatchScheduler.volcano().queue(..) alone")));
    }
}
