package dev.kindling.internal.manifest;

import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.value.ExecutorCount;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many executors, as fields of Kubeflow's resources, typed or raw. */
final class AllocationFields {
    private static final String SHUFFLE_TRACKING = "spark.dynamicAllocation.shuffleTracking.enabled";
    private static final String SHUFFLE_TIMEOUT = "spark.dynamicAllocation.shuffleTracking.timeout";

    /**
     * Never by sparkConf: the operator looks for a key in other letters there, and would add a number of executors.
     */
    static final Set<String> KEYS = Set.of(
            RawConf.INSTANCES,
            RawConf.DYNAMIC,
            RawConf.DYNAMIC_MIN,
            RawConf.DYNAMIC_MAX,
            RawConf.DYNAMIC_INITIAL,
            SHUFFLE_TRACKING,
            SHUFFLE_TIMEOUT);

    private AllocationFields() {}

    /** {@code spec.dynamicAllocation}; nothing for a fixed number. */
    static Map<String, Object> of(WorkloadPlan plan) {
        var fields = new Fields();
        if (plan.executors().count() instanceof ExecutorCount.Dynamic dynamic) {
            var timeout = Optional.ofNullable(plan.conf().get(SHUFFLE_TIMEOUT)).flatMap(RawConf::time);
            fields.put("enabled", true)
                    .put("initialExecutors", dynamic.atStart())
                    .put("minExecutors", dynamic.min())
                    .put("maxExecutors", dynamic.max())
                    .put("shuffleTrackingEnabled", !"false".equals(plan.conf().get(SHUFFLE_TRACKING)))
                    .put("shuffleTrackingTimeout", timeout.map(Duration::toMillis));
        }
        return fields.tree();
    }

    /** {@code executor.instances}; nothing for dynamic allocation. */
    static Optional<Integer> instances(WorkloadPlan plan) {
        var count = plan.executors().count();
        return count instanceof ExecutorCount.Dynamic ? Optional.empty() : Optional.of(count.atStart());
    }
}
