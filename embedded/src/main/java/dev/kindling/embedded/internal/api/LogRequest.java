package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ResourceTypes;
import dev.kindling.embedded.internal.store.StatusException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Which part of which container's log is wanted, and how. */
record LogRequest(
        String container,
        boolean follow,
        boolean timestamps,
        OptionalLong tailLines,
        Instant since,
        OptionalLong limitBytes) {

    static LogRequest of(ObjectNode pod, Query query) {
        String container = container(pod, query.text("container"));
        if (query.flag("previous")) {
            throw StatusException.badRequest(
                    "previous terminated container \"" + container + "\" in pod \"" + Meta.name(pod) + "\" not found");
        }
        return new LogRequest(
                container,
                query.flag("follow"),
                query.flag("timestamps"),
                query.number("tailLines"),
                since(query),
                query.number("limitBytes"));
    }

    private static Instant since(Query query) {
        OptionalLong seconds = query.number("sinceSeconds");
        if (seconds.isPresent()) {
            return Instant.now().minusSeconds(seconds.getAsLong());
        }
        String time = query.text("sinceTime");
        try {
            return time.isEmpty() ? Instant.MIN : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw StatusException.badRequest("invalid value for sinceTime: \"" + time + "\" is not an RFC 3339 time");
        }
    }

    private static String container(ObjectNode pod, String asked) {
        JsonNode spec = pod.path("spec");
        List<String> main = names(spec.path("containers"));
        List<String> all = new ArrayList<>(names(spec.path("initContainers")));
        all.addAll(main);
        if (asked.isEmpty() && all.size() > 1) {
            throw StatusException.badRequest("a container name must be specified for pod " + Meta.name(pod)
                    + ", choose one of: [" + String.join(" ", all) + "]");
        }
        String container = asked.isEmpty() ? all.get(0) : asked;
        if (!all.contains(container)) {
            throw StatusException.badRequest("container " + container + " is not valid for pod " + Meta.name(pod));
        }
        return container;
    }

    static StatusException notStarted(ObjectNode pod, String container) {
        return StatusException.badRequest("container \"" + container + "\" in pod \"" + Meta.name(pod)
                + "\" is waiting to start: ContainerCreating");
    }

    static StatusException noPod(String name) {
        return StatusException.notFound(ResourceTypes.PODS, name);
    }

    private static List<String> names(JsonNode containers) {
        List<String> names = new ArrayList<>();
        containers.forEach(container -> names.add(container.path("name").asText()));
        return names;
    }
}
