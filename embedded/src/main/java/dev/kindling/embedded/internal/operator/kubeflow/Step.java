package dev.kindling.embedded.internal.operator.kubeflow;

import dev.kindling.embedded.internal.operator.work.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one look at an application leads to.
 *
 * @param action done before the status is written
 * @param events to be recorded
 * @param again when to look again although nothing has changed
 */
record Step(ApplicationStatus status, Action action, List<Happening> events, Optional<Duration> again) {

    enum Action {
        NOTHING,
        SUBMIT,
        EXPOSE_UI,
        DELETE_RESOURCES,
        DELETE_APPLICATION
    }

    static Step to(ApplicationStatus status, Happening... events) {
        return new Step(status, Action.NOTHING, List.of(events), Optional.empty());
    }

    Step doing(Action wanted) {
        return new Step(status, wanted, events, again);
    }

    Step withEvent(Happening event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Step(status, action, List.copyOf(more), again);
    }

    Step again(Duration wait) {
        return new Step(status, action, events, Optional.of(wait));
    }
}
