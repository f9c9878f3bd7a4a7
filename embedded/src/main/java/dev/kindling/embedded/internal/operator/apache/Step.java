package dev.kindling.embedded.internal.operator.apache;

import java.time.Duration;
import java.util.Optional;

/**
 * What one look at an application leads to.
 *
 * @param status to be written
 * @param action done before the status is written
 * @param again when to look again although nothing has changed
 */
record Step(AppStatus status, Action action, Optional<Duration> again) {

    enum Action {
        NOTHING,
        REQUEST_DRIVER,
        RELEASE_RESOURCES,
        LET_GO,
        DELETE_APPLICATION
    }

    static Step to(AppStatus status) {
        return new Step(status, Action.NOTHING, Optional.empty());
    }

    Step doing(Action wanted) {
        return new Step(status, wanted, again);
    }

    Step again(Duration wait) {
        return new Step(status, action, Optional.of(wait));
    }
}
