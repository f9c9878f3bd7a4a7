package dev.kindling.run;

/**
 * What suspending an application cost. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void tell(Suspension suspension) {
 *     System.err.println(suspension.warning());
 * }
 * }</pre>
 *
 * @param attemptsBegun attempts so far; resuming begins the next one, which counts against the restart policy's retries
 * @param workLost whether a driver was running: what it had done is lost
 */
public record Suspension(int attemptsBegun, boolean workLost) {
    /** What to tell the user; empty if nothing was lost. */
    public String warning() {
        return workLost
                ? "the work of attempt " + attemptsBegun + " is lost: resuming begins anew with attempt "
                        + (attemptsBegun + 1) + ", which counts as a retry"
                : "";
    }
}
