package dev.kindling.internal.manifest;

import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.target.ApacheOptions;
import java.time.Duration;
import java.util.Map;

/** {@code applicationTolerations} of Apache's resource. */
final class TolerationFields {
    private TolerationFields() {}

    static Map<String, Object> of(ApplicationPlan plan, ApacheOptions options) {
        var restart = new Fields();
        RestartFields.apache(plan.lifecycle().restart()).forEach(restart::put);
        restart.put("restartCounterResetMillis", options.restartCounterReset().map(Duration::toMillis));
        return new Fields()
                .put("restartConfig", restart.tree())
                .put("applicationTimeoutConfig", timeouts(plan, options.timeouts()))
                .put("instanceConfig", options.healthy().map(TolerationFields::healthy))
                .put("resourceRetainPolicy", options.retain().toString())
                .put("resourceRetainDurationMillis", options.retainFor().map(Duration::toMillis))
                .put("ttlAfterStopMillis", plan.lifecycle().timeToLive().map(Duration::toMillis))
                .tree();
    }

    private static Map<String, Object> timeouts(ApplicationPlan plan, ApacheOptions.Timeouts timeouts) {
        var start = timeouts.driverStart().or(plan.workload().limits()::startTimeout);
        return new Fields()
                .put("driverStartTimeoutMillis", start.map(Duration::toMillis))
                .put("driverReadyTimeoutMillis", timeouts.driverReady().map(Duration::toMillis))
                .put("executorStartTimeoutMillis", timeouts.executorStart().map(Duration::toMillis))
                .put(
                        "forceTerminationGracePeriodMillis",
                        timeouts.forceTermination().map(Duration::toMillis))
                .tree();
    }

    private static Map<String, Object> healthy(ApacheOptions.HealthyExecutors bounds) {
        return new Fields()
                .put("initExecutors", bounds.initial())
                .put("minExecutors", bounds.min())
                .put("maxExecutors", bounds.max())
                .tree();
    }
}
