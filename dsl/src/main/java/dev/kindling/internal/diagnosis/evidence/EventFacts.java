package dev.kindling.internal.diagnosis.evidence;

import dev.kindling.diagnosis.Clue;
import java.time.Instant;

/**
 * A Kubernetes event.
 *
 * @param object kind and name of what it is about
 * @param time when it was last seen
 * @param count how often
 */
public record EventFacts(
        String namespace,
        String object,
        String uid,
        String reason,
        String message,
        boolean warning,
        Instant time,
        int count) {

    /** As evidence. */
    public Clue observed() {
        return new Clue(object.replaceFirst("/", " " + namespace + "/"), "event " + reason, message, time);
    }
}
