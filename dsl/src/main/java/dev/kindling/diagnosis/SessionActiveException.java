package dev.kindling.diagnosis;

/**
 * This JVM already runs a session, and Spark allows one context a JVM.
 *
 * <pre>{@code
 * static String first(SessionActiveException e) {
 *     return e.active();
 * }
 * }</pre>
 */
public final class SessionActiveException extends KindlingException {
    private static final long serialVersionUID = 1L;

    private final String active;
    private final String refused;

    /** With the names of the session that runs and of the one that was to start. */
    public SessionActiveException(String active, String refused) {
        super(
                "Tried to start session \"" + refused + "\".\n  seen: session \"" + active
                        + "\" is running in this JVM\n  why:  Spark allows one context a JVM\n"
                        + "  do:   close \"" + active + "\" first, or use it: session.spark().newSession()",
                null);
        this.active = active;
        this.refused = refused;
    }

    /** Name of the session that runs. */
    public String active() {
        return active;
    }

    /** Name of the session that was refused. */
    public String refused() {
        return refused;
    }
}
