package dev.kindling.internal.operator;

/** How a run has ended, as its operator says. */
public enum Verdict {
    /** It has not. */
    OPEN,
    SUCCEEDED,
    FAILED,
    /** Its operator ended it on someone's request. */
    SHUT_DOWN
}
