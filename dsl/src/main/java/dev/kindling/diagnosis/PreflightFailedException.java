package dev.kindling.diagnosis;

/**
 * A session was not started, or an application not submitted, because it could not have worked; nothing was made. All that
 * was found is told at once.
 *
 * <pre>{@code
 * static void report(PreflightFailedException e) {
 *     e.preflight().problems().forEach(finding -> System.err.println(finding.what()));
 * }
 * }</pre>
 */
public final class PreflightFailedException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final Preflight preflight;

    /** With all that was found. */
    public PreflightFailedException(Preflight preflight) {
        super(
                "Nothing was made, for it would not have worked. " + preflight
                        + "\n\nTo try all the same: cluster.preflight(false)",
                null);
        this.preflight = preflight;
    }

    /** All that was found. */
    public Preflight preflight() {
        return preflight;
    }
}
