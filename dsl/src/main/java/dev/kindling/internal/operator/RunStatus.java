package dev.kindling.internal.operator;

import dev.kindling.run.ApplicationState;
import dev.kindling.run.StateChange;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a custom resource says about its run.
 *
 * @param transitions states as far as the resource tells, oldest first; empty while no operator has looked at it
 * @param attempts how many attempts were begun
 * @param attemptKey what the pods of the latest attempt have in common; empty while there is none
 * @param exitCode of the last driver
 */
public record RunStatus(
        List<Transition> transitions, int attempts, String attemptKey, Verdict verdict, OptionalInt exitCode) {

    /** Nobody has looked at it yet. */
    public static final RunStatus NOTHING = new RunStatus(List.of(), 0, "", Verdict.OPEN, OptionalInt.empty());

    public RunStatus {
        transitions = List.copyOf(transitions);
    }

    /** The last state. */
    public ApplicationState state() {
        return transitions.isEmpty() ? ApplicationState.NEW : last().change().state();
    }

    /** States that someone who has seen {@code before} does not know. */
    public List<StateChange> since(RunStatus before) {
        return transitions.stream()
                .filter(transition -> before.transitions.isEmpty() || transition.isAfter(before.last()))
                .map(Transition::change)
                .toList();
    }

    /** Without its last state: what it says is not the run's own doing. */
    RunStatus ongoing() {
        return new RunStatus(
                transitions.subList(0, transitions.size() - 1),
                attempts,
                attemptKey,
                Verdict.OPEN,
                OptionalInt.empty());
    }

    private Transition last() {
        return transitions.get(transitions.size() - 1);
    }
}
