package dev.kindling.internal.diagnosis.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that was thrown or refused in this JVM.
 *
 * @param where what was being done: a job, creating pods, ...
 * @param text the exception with its causes
 */
public record ThrownFacts(String run, String where, String text, Instant time) {

    /** While a run's own resource was looked for. */
    public static final String SEARCH = "looking for the run";

    private static final String REMAINS = "at the end: ";

    private static final int FRAMES = 5;

    /** Something that was thrown just now. */
    public static ThrownFacts of(String run, String where, Throwable what) {
        return new ThrownFacts(run, where, text(what), Instant.now());
    }

    /**
     * Something that a run had made could not be removed.
     *
     * @param step what could not be done, such as {@code delete secret words-1-rpc}
     */
    public static ThrownFacts remains(String run, String step, Throwable why) {
        return of(run, REMAINS + step, why);
    }

    /** The step that could not be done, where something was left behind. */
    public Optional<String> remains() {
        return where.startsWith(REMAINS) ? Optional.of(where.substring(REMAINS.length())) : Optional.empty();
    }

    /** Its class, by its own word: an exception may stand for another, as those of JShell do. */
    public static String name(Throwable what) {
        var full = what.toString().split(":", 2)[0];
        return full.matches("[\\w.$]+")
                ? full.substring(full.lastIndexOf('.') + 1)
                : what.getClass().getSimpleName();
    }

    /** As a log has it, with the frames that say where it began. */
    private static String text(Throwable what) {
        return Stream.iterate(what, each -> each != null, Throwable::getCause)
                .map(each -> each
                        + Arrays.stream(each.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\nCaused by: "));
    }
}
