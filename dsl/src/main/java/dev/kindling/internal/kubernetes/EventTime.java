package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/** When an event was last seen: writers fill different ones of its fields. */
public final class EventTime {

    private EventTime() {}

    /** The time; the epoch if it has none. */
    public static Instant of(Event event) {
        var microTime =
                event.getEventTime() == null ? null : event.getEventTime().getTime();
        return Stream.of(
                        event.getLastTimestamp(),
                        microTime,
                        event.getFirstTimestamp(),
                        event.getMetadata().getCreationTimestamp())
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .map(EventTime::parse)
                .orElse(Instant.EPOCH);
    }

    private static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
