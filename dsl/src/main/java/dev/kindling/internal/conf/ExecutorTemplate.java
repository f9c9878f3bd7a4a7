package dev.kindling.internal.conf;

import dev.kindling.internal.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** What no Spark setting can say of executor pods, as a pod template. */
public final class ExecutorTemplate {
    private ExecutorTemplate() {}

    /** The template, or nothing if settings say it all. */
    public static Optional<Pod> of(WorkloadPlan plan) {
        return Optional.empty();
    }
}
