package dev.kindling.embedded.internal.operator.kubeflow;

import dev.kindling.embedded.internal.operator.kubeflow.Step.Action;
import dev.kindling.embedded.internal.operator.work.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kubeflow's rules: what follows from an application, its pods and the time. Pure: nothing is done here. */
final class Transitions {

    /** For so long after a submission a missing driver is not missed. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Duration grace;

    Transitions(Duration grace) {
        this.grace = grace;
    }

    Step next(Application application, Seen seen, Instant now) {
        var status = application.status();
        var state = status.state();
        var halted = state == ApplicationState.SUSPENDING || state == ApplicationState.SUSPENDED;
        if (application.isSuspended() && !state.isFinal() && !halted) {
            return Step.to(status.in(ApplicationState.SUSPENDING, null));
        }
        return switch (state) {
            case NEW -> Step.to(status).doing(Action.SUBMIT);
            case SUBMITTED, RUNNING, UNKNOWN -> followed(status, seen, now);
            case SUBMISSION_FAILED -> afterFailedSubmission(application, seen, now);
            case SUCCEEDING -> afterSuccess(application);
            case FAILING -> afterFailure(application, now);
            case PENDING_RERUN -> rerun(application, seen);
            case INVALIDATING -> Step.to(status.invalidated()).doing(Action.DELETE_RESOURCES);
            case SUSPENDING ->
                Step.to(status.suspended(), Happenings.suspending(application.name()))
                        .doing(Action.DELETE_RESOURCES);
            case SUSPENDED -> suspended(application, seen);
            case RESUMING ->
                Step.to(status, Happenings.resuming(application.name())).doing(Action.SUBMIT);
            case COMPLETED, FAILED -> ended(application, seen, now);
        };
    }

    private Step followed(ApplicationStatus status, Seen seen, Instant now) {
        if (seen.driver() == null) {
            return withoutDriver(status, now);
        }
        var next = DriverProgress.of(status, seen.driver(), now);
        var events = new ArrayList<Happening>();
        if (next.state() != status.state()) {
            events.add(Happenings.driver(next.state(), status.driverPod()));
        }
        var step = withExecutors(next, seen, events);
        return status.state() == ApplicationState.SUBMITTED ? step.doing(Action.EXPOSE_UI) : step;
    }

    private Step withoutDriver(ApplicationStatus status, Instant now) {
        var spared = status.lastSubmission()
                .map(last -> grace.minus(Duration.between(last, now)))
                .orElse(Duration.ZERO);
        if (status.state() == ApplicationState.SUBMITTED && !spared.isNegative()) {
            return Step.to(status).again(spared.plusMillis(1));
        }
        return Step.to(
                status.in(ApplicationState.FAILING, "driver pod not found").terminatedAt(now));
    }

    private static Step withExecutors(ApplicationStatus status, Seen seen, List<Happening> events) {
        var progress = ExecutorProgress.of(status, seen.executors());
        events.addAll(progress.events());
        return Step.to(status.executors(progress.states()), events.toArray(Happening[]::new));
    }

    /** Here the next attempt is made at once: without a driver there is nothing to remove, and no PENDING_RERUN. */
    private static Step afterFailedSubmission(Application application, Seen seen, Instant now) {
        var status = application.status();
        if (!application.restartPolicy().retries(status)) {
            return Step.to(
                    status.in(ApplicationState.FAILED, null).terminatedAt(now),
                    Happenings.failed(application.name(), status.errorMessage()));
        }
        var wait = application.restartPolicy().wait(status, now);
        if (wait.filter(Transitions::isOver).isEmpty()) {
            return waiting(status, wait);
        }
        return Step.to(status).doing(seen.nothingIsLeft() ? Action.SUBMIT : Action.DELETE_RESOURCES);
    }

    /** Always starts the next attempt without any pause. */
    private static Step afterSuccess(Application application) {
        var status = application.status();
        return application.restartPolicy().retries(status)
                ? Step.to(status.pendingRerun()).doing(Action.DELETE_RESOURCES)
                : Step.to(status.in(ApplicationState.COMPLETED, null));
    }

    private static Step afterFailure(Application application, Instant now) {
        var status = application.status();
        if (!application.restartPolicy().retries(status)) {
            return Step.to(status.in(ApplicationState.FAILED, null));
        }
        var wait = application.restartPolicy().wait(status, now);
        return wait.filter(Transitions::isOver).isEmpty()
                ? waiting(status, wait)
                : Step.to(status.pendingRerun()).doing(Action.DELETE_RESOURCES);
    }

    private static Step waiting(ApplicationStatus status, Optional<Duration> wait) {
        return wait.map(left -> Step.to(status).again(left)).orElse(Step.to(status));
    }

    private static boolean isOver(Duration wait) {
        return wait.isNegative() || wait.isZero();
    }

    /** The end of the old pod is a change, so nobody has to look again by the clock. */
    private static Step rerun(Application application, Seen seen) {
        var status = application.status();
        return seen.nothingIsLeft()
                ? Step.to(status, Happenings.pendingRerun(application.name())).doing(Action.SUBMIT)
                : Step.to(status);
    }

    private static Step suspended(Application application, Seen seen) {
        var status = application.status();
        if (!seen.nothingIsLeft()) {
            return Step.to(status);
        }
        var next = application.isSuspended() ? status.suspended() : status.onlyIn(ApplicationState.RESUMING);
        return Step.to(next, Happenings.suspended(application.name()));
    }

    private static Step ended(Application application, Seen seen, Instant now) {
        var status = application.status();
        var left = application.timeToLive().flatMap(ttl -> status.termination()
                .map(end -> ttl.minus(Duration.between(end, now))));
        if (left.filter(Duration::isNegative).isPresent()) {
            return Step.to(status).doing(Action.DELETE_APPLICATION);
        }
        var step = withExecutors(status, seen, new ArrayList<>());
        return left.map(wait -> step.again(wait.plusMillis(1))).orElse(step);
    }
}
