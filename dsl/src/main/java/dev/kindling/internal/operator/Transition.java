package dev.kindling.internal.operator;

import dev.kindling.run.StateChange;

/**
 * A state that the custom resource tells.
 *
 * @param ordinal its number in the operator's own history; 0 where the operator keeps none
 */
public record Transition(long ordinal, StateChange change) {

    /** Whether this is news to someone who has seen {@code last}. */
    boolean isAfter(Transition last) {
        return ordinal != last.ordinal
                ? ordinal > last.ordinal
                : change.attempt() != last.change.attempt() || !change.state().equals(last.change.state());
    }
}
