package dev.kindling.embedded.internal.operator.apache;

import java.time.Instant;

/** Whether a running application has as many executors as {@code instanceConfig} asks for. Unset: no matter. */
final class Capacity {

    private Capacity() {}

    static AppStatus next(Application application, AppStatus status, int ready, Instant now) {
        var next = summary(application, status.summary(), ready);
        return next == status.summary() ? status : status.then(AppState.of(next, now, message(next)));
    }

    private static Summary summary(Application application, Summary now, int ready) {
        var tolerations = application.tolerations();
        var wanted = tolerations.executors(now.isStarting() ? "initExecutors" : "minExecutors");
        if (tolerations.executors("initExecutors") == 0 || wanted == 0) {
            return Summary.RunningHealthy;
        }
        if (ready >= wanted) {
            var most = tolerations.executors("maxExecutors");
            var partial = !application.hasDynamicAllocation() && most > 0 && ready < most;
            return partial ? Summary.RunningWithPartialCapacity : Summary.RunningHealthy;
        }
        if (!now.isStarting()) {
            return Summary.RunningWithBelowThresholdExecutors;
        }
        return ready > 0 ? Summary.InitializedBelowThresholdExecutors : now;
    }

    private static String message(Summary summary) {
        return switch (summary) {
            case RunningWithPartialCapacity ->
                "Application is running with executor count between minimum and maximum capacity, exclusive.";
            case RunningWithBelowThresholdExecutors ->
                "The Spark application is running with less than minimal number of requested executors.";
            case InitializedBelowThresholdExecutors ->
                "The application is running with less than minimal number of requested initial executors.";
            default -> "Application is running healthy.";
        };
    }
}
