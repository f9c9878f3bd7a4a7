package dev.kindling.internal.reading;

import com.fasterxml.jackson.core.JsonPointer;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.ClusterServices;
import dev.kindling.internal.plan.Lifecycle;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.value.BatchScheduler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A plan without what Apache's operator 1.0.0 cannot be told. */
final class ForApache {
    private final ApplicationPlan plan;
    private final BiConsumer<JsonPointer, String> lose;

    ForApache(ApplicationPlan plan, BiConsumer<JsonPointer, String> lose) {
        this.plan = plan;
        this.lose = lose;
    }

    ApplicationPlan plan() {
        if (plan.program().kind() == ProgramKind.SCALA) {
            lose("/spec/type", "Apache's resource does not tell Scala from Java, which run alike");
        }
        return pyFiles(plan)
                .lifecycle(lifecycle(plan.lifecycle()))
                .services(plan.services().scheduler().map(this::services).orElse(plan.services()));
    }

    /** Apache's operator reads its own list for Python programs only. */
    private static ApplicationPlan pyFiles(ApplicationPlan plan) {
        var files = plan.program().pyFiles();
        return plan.program().kind() == ProgramKind.PYTHON || files.isEmpty()
                ? plan
                : plan.workload(plan.workload().conf("spark.submit.pyFiles", String.join(",", files)));
    }

    private Lifecycle lifecycle(Lifecycle said) {
        if (said.suspended()) {
            lose("/spec/suspend", "Apache's operator 1.0.0 knows no suspended application");
        }
        if (said.kueueQueue().isPresent()) {
            lose(
                    "/metadata/labels/kueue.x-k8s.io~1queue-name",
                    "Kueue admits by resuming, which Apache's operator cannot");
        }
        return new Lifecycle(
                said.restart(), said.timeToLive(), Optional.empty(), false, said.idempotencyKey(), said.logs());
    }

    private ClusterServices services(BatchScheduler scheduler) {
        lose("/spec/batchScheduler", "places each pod by itself: only Kubeflow's operator makes them a group");
        if (scheduler.priorityClass().isPresent()) {
            lose(
                    "/spec/batchSchedulerOptions/priorityClassName",
                    "is said of a pod group, which only Kubeflow's operator makes");
        }
        scheduler
                .atLeast()
                .keySet()
                .forEach(resource -> lose(
                        "/spec/batchSchedulerOptions/resources/"
                                + resource.replace("~", "~0").replace("/", "~1"),
                        "is said of a pod group, which only Kubeflow's operator makes"));
        return plan.services()
                .scheduler(new BatchScheduler(scheduler.kind(), scheduler.queue(), Optional.empty(), Map.of()));
    }

    private void lose(String place, String why) {
        lose.accept(JsonPointer.compile(place), why);
    }
}
