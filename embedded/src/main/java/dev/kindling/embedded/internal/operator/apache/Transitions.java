package dev.kindling.embedded.internal.operator.apache;

import dev.kindling.embedded.internal.operator.apache.Step.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Apache's rules: what follows from an application, its pods and the time. Pure: nothing is done here. */
final class Transitions {

    /** For so long after a change of state a missing driver is not missed. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final String FORCED =
            "Application is configured to restart, resources created in current attempt would be force released.";

    private final Duration grace;

    Transitions(Duration grace) {
        this.grace = grace;
    }

    Step next(Application application, AppStatus status, Seen seen, Instant now) {
        if (application.isBeingDeleted()) {
            return deleted(application, status, now);
        }
        if (application.isClientMode()) {
            return refused(status, now);
        }
        var summary = status.summary();
        if (summary.isTerminated()) {
            return terminated(application.tolerations(), status, now);
        }
        if (summary.isStopping()) {
            return stopped(application.tolerations(), status, seen, now);
        }
        if (summary.isInitializing()) {
            return initialize(application, status, now);
        }
        return seen.driver() == null ? withoutDriver(status, now) : followed(application, status, seen, now);
    }

    private static Step deleted(Application application, AppStatus status, Instant now) {
        if (status.summary() == Summary.ResourceReleased) {
            return Step.to(status).doing(Action.LET_GO);
        }
        var released = "Spark application has been shutdown as requested.";
        return Step.to(status.then(AppState.of(Summary.ResourceReleased, now, released)))
                .doing(Action.RELEASE_RESOURCES)
                .again(application.tolerations().pauseAfterTermination());
    }

    private static Step refused(AppStatus status, Instant now) {
        return status.summary() == Summary.Failed
                ? Step.to(status)
                : Step.to(status.then(AppState.of(Summary.Failed, now, "Client mode is not supported yet.")));
    }

    private static Step terminated(Tolerations tolerations, AppStatus status, Instant now) {
        if (status.summary() == Summary.ResourceReleased) {
            var end = status.beforeTermination().since();
            return wait(tolerations.timeToLive(), end, now, status)
                    .orElseGet(() -> Step.to(status).doing(Action.DELETE_APPLICATION));
        }
        var message = "Spark application resources released after exceeding the configured retain duration.";
        return wait(tolerations.retention(), status.current().since(), now, status)
                .orElseGet(() -> Step.to(status.then(AppState.of(Summary.ResourceReleased, now, message)))
                        .doing(Action.RELEASE_RESOURCES));
    }

    /** Empty when the time is over. */
    private static Optional<Step> wait(Optional<Duration> limit, Instant since, Instant now, AppStatus status) {
        if (limit.isEmpty()) {
            return Optional.of(Step.to(status));
        }
        var left = limit.get().minus(Duration.between(since, now));
        return left.isNegative()
                ? Optional.empty()
                : Optional.of(Step.to(status).again(left.plusMillis(1)));
    }

    private static Step stopped(Tolerations tolerations, AppStatus status, Seen seen, Instant now) {
        var retained = tolerations.retains(status.summary());
        var restart = tolerations.restart();
        if (retained && restart.isNever()) {
            return Step.to(status.then(AppState.of(
                    Summary.TerminatedWithoutReleaseResources,
                    now,
                    "Application is terminated without releasing resources as configured.")));
        }
        if (status.summary() == Summary.SchedulingFailure && !seen.buildable()) {
            return Step.to(status.then(AppState.of(
                    Summary.ResourceReleased,
                    now,
                    "Cannot build Spark spec for given application, consider all resources as released.")));
        }
        return Step.to(restart.terminateOrRestart(status, retained, retained ? FORCED : null, now))
                .doing(Action.RELEASE_RESOURCES);
    }

    private static Step initialize(Application application, AppStatus status, Instant now) {
        var left = status.endOfPreviousAttempt()
                .map(end -> application.tolerations().restart().pause(end))
                .map(pause -> pause.minus(Duration.between(status.current().since(), now)))
                .orElse(Duration.ZERO);
        return left.compareTo(Duration.ZERO) > 0
                ? Step.to(status).again(left)
                : Step.to(status).doing(Action.REQUEST_DRIVER);
    }

    private Step withoutDriver(AppStatus status, Instant now) {
        var left = grace.minus(Duration.between(status.current().since(), now));
        if (left.compareTo(Duration.ZERO) > 0) {
            return Step.to(status).again(left);
        }
        return Step.to(status.then(AppState.of(
                Summary.Failed,
                now,
                "Driver removed. This could caused by 'exit' called in driver process with non-zero code, involuntary"
                        + " disruptions or unintentional destroy behavior, check Kubernetes events for more"
                        + " details.")));
    }

    private static Step followed(Application application, AppStatus status, Seen seen, Instant now) {
        var observer = new DriverObserver(application, seen.driver(), now);
        var next = status;
        if (status.summary().compareTo(Summary.DriverReady) < 0) {
            for (var state : observer.starting(status.summary())) {
                next = next.then(state);
            }
        } else {
            next = Capacity.next(application, status, seen.readyExecutors(), now);
        }
        if (!next.equals(status)) {
            return Step.to(next);
        }
        return observer.end(true)
                .map(end -> Step.to(status.then(end)))
                .orElseGet(() -> patient(application, status, observer, now));
    }

    private static Step patient(Application application, AppStatus status, DriverObserver observer, Instant now) {
        return wait(
                        application.tolerations().patience(status.summary()),
                        status.current().since(),
                        now,
                        status)
                .orElseGet(() ->
                        Step.to(status.then(timedOut(status.summary(), now).seeing(observer.json()))));
    }

    private static AppState timedOut(Summary state, Instant now) {
        var driver = "The driver has not responded to the initial health check request within the allotted start-up"
                + " time. This can be configured by setting .spec.applicationTolerations.applicationTimeoutConfig.";
        return switch (state) {
            case DriverRequested -> AppState.of(Summary.DriverStartTimedOut, now, driver);
            case DriverStarted -> AppState.of(Summary.DriverReadyTimedOut, now, driver);
            default ->
                AppState.of(
                        Summary.ExecutorsStartTimedOut,
                        now,
                        "The Spark application failed to get enough executors in the given time threshold.");
        };
    }
}
