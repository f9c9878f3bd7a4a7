package dev.kindling.internal.diagnosis.evidence;

/**
 * The end of a log.
 *
 * @param pod who wrote it
 * @param run the application's or session's name
 * @param role driver or executor
 * @param failed whether its container ended with an error; what a running one logs may pass
 */
public record LogFacts(String pod, String run, String role, boolean failed, String text) {
    public boolean isDriver() {
        return role.equals("driver");
    }
}
