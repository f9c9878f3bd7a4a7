package dev.kindling.embedded.internal.operator.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.zip.CRC32;

/** Writes Kubernetes events about resources. What happens again is counted, as client libraries of operators do. */
public final class EventRecorder {

    private final ObjectStore store;
    private final String component;
    private final Clock clock;

    public EventRecorder(ObjectStore store, String component, Clock clock) {
        this.store = store;
        this.component = component;
        this.clock = clock;
    }

    public void record(JsonNode about, Happening happening) {
        var name = name(about, happening);
        var namespace = Meta.namespace(about);
        try {
            if (store.get(ResourceTypes.EVENTS, namespace, name).isPresent()) {
                store.update(ResourceTypes.EVENTS, namespace, name, this::again);
            } else {
                store.create(ResourceTypes.EVENTS, event(about, happening, name));
            }
        } catch (StatusException e) {
            // The namespace or the older event is going: nobody misses this one.
        }
    }

    private ObjectNode again(ObjectNode event) {
        return event.put("count", event.path("count").asInt() + 1).put("lastTimestamp", now());
    }

    private ObjectNode event(JsonNode about, Happening happening, String name) {
        var event = JsonNodeFactory.instance.objectNode();
        event.withObject("/metadata").put("name", name).put("namespace", Meta.namespace(about));
        event.withObject("/involvedObject")
                .put("apiVersion", about.path("apiVersion").asText())
                .put("kind", about.path("kind").asText())
                .put("name", Meta.name(about))
                .put("namespace", Meta.namespace(about))
                .put("uid", Meta.uid(about))
                .put("resourceVersion", Long.toString(Meta.resourceVersion(about)));
        event.put("type", happening.type()).put("reason", happening.reason()).put("message", happening.message());
        event.put("firstTimestamp", now()).put("lastTimestamp", now()).put("count", 1);
        event.put("reportingComponent", component).put("reportingInstance", "");
        event.withObject("/source").put("component", component);
        return event;
    }

    /** The same for the same thing about the same object, so that it is found again. */
    private static String name(JsonNode about, Happening happening) {
        var sum = new CRC32();
        sum.update((Meta.uid(about) + happening).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Meta.name(about) + "." + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
