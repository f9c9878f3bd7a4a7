package dev.kindling.embedded.internal.operator.apache;

/** The values of {@code status.currentState.currentStateSummary}, in the order in which an attempt passes them. */
enum Summary {
    Submitted,
    ScheduledToRestart,
    DriverRequested,
    DriverStarted,
    DriverReady,
    InitializedBelowThresholdExecutors,
    RunningHealthy,
    RunningWithPartialCapacity,
    RunningWithBelowThresholdExecutors,
    DriverStartTimedOut,
    ExecutorsStartTimedOut,
    DriverReadyTimedOut,
    Succeeded,
    Failed,
    SchedulingFailure,
    DriverEvicted,
    ResourceReleased,
    TerminatedWithoutReleaseResources;

    boolean isInitializing() {
        return this == Submitted || this == ScheduledToRestart;
    }

    boolean isStarting() {
        return compareTo(ScheduledToRestart) > 0 && compareTo(RunningHealthy) < 0;
    }

    /** The attempt has ended, and what follows is still to be decided. */
    boolean isStopping() {
        return compareTo(RunningWithBelowThresholdExecutors) > 0 && !isTerminated();
    }

    boolean isTerminated() {
        return this == ResourceReleased || this == TerminatedWithoutReleaseResources;
    }

    boolean isFailure() {
        return isStopping() && this != Succeeded;
    }

    boolean isInfrastructureFailure() {
        return this == DriverStartTimedOut || this == ExecutorsStartTimedOut || this == SchedulingFailure;
    }
}
