package dev.kindling.embedded.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What {@code kubectl get pods} shows. */
final class PodColumns {
    static final List<Column> COLUMNS = List.of(
            Column.objectName(),
            Column.text("Ready", PodColumns::ready),
            Column.text("Status", PodColumns::status),
            Column.number("Restarts", PodColumns::restarts),
            Column.age(),
            Column.at("IP", "/status/podIP").wide(),
            Column.at("Node", "/spec/nodeName").wide());

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private PodColumns() {}

    private static String ready(JsonNode pod) {
        long ready = statuses(pod, "containerStatuses").stream()
                .filter(status -> status.path("ready").asBoolean())
                .count();
        return ready + "/" + pod.path("spec").path("containers").size();
    }

    private static int restarts(JsonNode pod) {
        return statuses(pod, "containerStatuses").stream()
                .mapToInt(status -> status.path("restartCount").asInt())
                .sum();
    }

    /** The most telling word: terminating, why a container waits or ended, else the phase. */
    private static String status(JsonNode pod) {
        JsonNode status = pod.path("status");
        String phase = status.path("phase").asText("Unknown");
        if (pod.path("metadata").hasNonNull("deletionTimestamp") && !ENDED.contains(phase)) {
            return "Terminating";
        }
        String word = status.path("reason").asText(phase);
        for (JsonNode init : statuses(pod, "initContainerStatuses")) {
            String why = why(init);
            if (!why.isEmpty() && !why.equals("Completed")) {
                return "Init:" + why;
            }
        }
        for (JsonNode container : statuses(pod, "containerStatuses")) {
            String why = why(container);
            word = why.isEmpty() ? word : why;
        }
        return word;
    }

    private static String why(JsonNode containerStatus) {
        JsonNode state = containerStatus.path("state");
        String waiting = state.path("waiting").path("reason").asText("");
        JsonNode ended = state.path("terminated");
        if (!waiting.isEmpty() || ended.isMissingNode()) {
            return waiting;
        }
        return ended.path("reason").asText("ExitCode:" + ended.path("exitCode").asInt());
    }

    private static List<JsonNode> statuses(JsonNode pod, String field) {
        return StreamSupport.stream(pod.path("status").path(field).spliterator(), false)
                .toList();
    }
}
