package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was thrown or refused in this JVM.
 *
 * @param where what was being done: a job, creating pods, ...
 * @param text the exception with its causes
 */
public record ThrownFacts(String run, String where, String text, Instant time) {

    private static final String REMAINS = "at the end: ";

    /**
     * Something that a run had made could not be removed.
     *
     * @param step what could not be done, such as {@code delete secret words-1-rpc}
     */
    public static ThrownFacts remains(String run, String step, String text, Instant time) {
        return new ThrownFacts(run, REMAINS + step, text, time);
    }

    /** The step that could not be done, where something was left behind. */
    public Optional<String> remains() {
        return where.startsWith(REMAINS) ? Optional.of(where.substring(REMAINS.length())) : Optional.empty();
    }
}
