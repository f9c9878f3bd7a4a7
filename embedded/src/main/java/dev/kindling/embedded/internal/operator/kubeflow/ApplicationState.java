package dev.kindling.embedded.internal.operator.kubeflow;

/** The values of {@code status.applicationState.state}. */
enum ApplicationState {
    NEW,
    SUBMITTED,
    RUNNING,
    SUCCEEDING,
    COMPLETED,
    FAILING,
    FAILED,
    SUBMISSION_FAILED,
    PENDING_RERUN,
    INVALIDATING,
    SUSPENDING,
    SUSPENDED,
    RESUMING,
    UNKNOWN;

    /** As it stands in the resource: a new application has the empty text. */
    String text() {
        return this == NEW ? "" : name();
    }

    static ApplicationState parse(String text) {
        return text.isEmpty() ? NEW : valueOf(text);
    }

    boolean isFinal() {
        return this == COMPLETED || this == FAILED;
    }
}
