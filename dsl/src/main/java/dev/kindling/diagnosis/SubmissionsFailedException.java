package dev.kindling.diagnosis;

import java.io.Serializable;
import java.util.List;

/**
 * Of many applications that were submitted together some were not taken; the others are there. The message says what was
 * the matter once for all that failed in the same way; each failure of its own is in {@link #failures()}. The cause is the
 * first of the most frequent kind, and a few of the other kinds are suppressed exceptions.
 *
 * <pre>{@code
 * static List<String> toTryAgain(SubmissionsFailedException e) {
 *     return e.failures().stream().map(SubmissionsFailedException.Failure::name).toList();
 * }
 * }</pre>
 */
public final class SubmissionsFailedException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final int total;
    /** An array, because not every list can be serialized. */
    private final Failure[] failures;

    /**
     * Of at least one failure.
     *
     * @param total how many were to be submitted
     */
    public SubmissionsFailedException(int total, List<Failure> failures) {
        this(total, failures, FailureGroup.of(failures));
    }

    private SubmissionsFailedException(int total, List<Failure> failures, List<FailureGroup> groups) {
        super(message(total, failures, groups), groups.get(0).first().reason());
        this.total = total;
        this.failures = failures.toArray(Failure[]::new);
        groups.stream()
                .skip(1)
                .limit(FailureGroup.SHOWN - 1L)
                .forEach(group -> addSuppressed(group.first().reason()));
    }

    /** How many were to be submitted. */
    public int total() {
        return total;
    }

    /** Everyone that was not taken, in the order of the specs. */
    public List<Failure> failures() {
        return List.of(failures);
    }

    private static String message(int total, List<Failure> failures, List<FailureGroup> groups) {
        var text = new StringBuilder(failures.size() + " of " + total + " applications were not submitted"
                + (failures.size() < total ? "; the others are there:" : ":"));
        groups.stream().limit(FailureGroup.SHOWN).forEach(group -> text.append("\n  ")
                .append(group.toString().replace("\n", "\n  ")));
        var hidden = groups.stream().skip(FailureGroup.SHOWN).toList();
        if (!hidden.isEmpty()) {
            text.append("\n  and ")
                    .append(hidden.stream().mapToInt(FailureGroup::size).sum())
                    .append(" for other reasons, see failures()");
        }
        return text.toString();
    }

    /**
     * One that was not taken.
     *
     * @param name the application's
     * @param reason what {@code submitTo} would have thrown
     */
    public record Failure(String name, RuntimeException reason) implements Serializable {
        /** What it says, or what it is if it says nothing or was not thrown on purpose. */
        String said() {
            return reason instanceof KindlingException ? reason.getMessage() : reason.toString();
        }
    }
}
