package dev.kindling.embedded.internal.operator;

/** The values of {@code status.applicationState.state} that this operator writes. */
enum ApplicationState {
    NEW,
    SUBMITTED,
    RUNNING,
    SUCCEEDING,
    COMPLETED,
    FAILING,
    FAILED,
    SUBMISSION_FAILED,
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
