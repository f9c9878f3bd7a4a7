package dev.kindling.internal.application;

import dev.kindling.run.ApplicationState;

/**
 * What a custom resource says about its run.
 *
 * @param success whether a final state is a success
 */
record Observation(ApplicationState state, boolean success) {

    static final Observation NOTHING = new Observation(ApplicationState.NEW, false);
}
