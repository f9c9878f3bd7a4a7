package dev.kindling.run;

/**
 * What an operator last said about an application. Immutable and thread-safe.
 *
 * <pre>{@code
 * static boolean waitsForItsDriver(SubmittedApplication run) {
 *     return run.state().name().equals("SUBMITTED");
 * }
 * }</pre>
 *
 * @param name the operator's own word, such as {@code RUNNING}; {@code NEW} while it has said nothing
 * @param message what it says about a failure; empty if there is none
 * @param isFinal whether nothing can follow; a state that is not known counts as not final
 */
public record ApplicationState(String name, String message, boolean isFinal) {

    /** No operator has said anything yet. */
    public static final ApplicationState NEW = new ApplicationState("NEW", "", false);

    @Override
    public String toString() {
        return message.isEmpty() ? name : name + ": " + message;
    }
}
