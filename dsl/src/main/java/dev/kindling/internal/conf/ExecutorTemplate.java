package dev.kindling.internal.conf;

import dev.kindling.internal.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** What no Spark setting can say of executor pods; the verb writes it to a file that only this user can read. */
public final class ExecutorTemplate {
    private ExecutorTemplate() {}

    /** The template, or nothing if settings say it all. Of a checked plan. */
    public static Optional<Pod> of(WorkloadPlan plan) {
        return PodTemplates.of(plan.executorPod(), PodTemplates.EXECUTOR_CONTAINER);
    }
}
