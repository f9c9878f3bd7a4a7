package dev.kindling.embedded.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns of the built-in types. */
final class BuiltInColumns {
    private static final List<Column> AGE_ONLY = List.of(Column.objectName(), Column.age());

    private static final Map<ResourceType, List<Column>> COLUMNS = Map.ofEntries(
            Map.entry(ResourceTypes.PODS, PodColumns.COLUMNS),
            Map.entry(
                    ResourceTypes.SERVICES,
                    List.of(
                            Column.objectName(),
                            Column.at("Type", "/spec/type"),
                            Column.at("Cluster-IP", "/spec/clusterIP"),
                            Column.at("External-IP", "/spec/externalIPs/0"),
                            Column.text("Port(s)", BuiltInColumns::ports),
                            Column.age(),
                            Column.text("Selector", service -> pairs(service.at("/spec/selector")))
                                    .wide())),
            Map.entry(
                    ResourceTypes.CONFIG_MAPS,
                    List.of(Column.objectName(), Column.number("Data", BuiltInColumns::entries), Column.age())),
            Map.entry(
                    ResourceTypes.SECRETS,
                    List.of(
                            Column.objectName(),
                            Column.at("Type", "/type"),
                            Column.number("Data", BuiltInColumns::entries),
                            Column.age())),
            Map.entry(
                    ResourceTypes.NAMESPACES,
                    List.of(Column.objectName(), Column.at("Status", "/status/phase"), Column.age())),
            Map.entry(
                    ResourceTypes.NODES,
                    List.of(
                            Column.objectName(),
                            Column.text("Status", BuiltInColumns::readiness),
                            Column.text("Roles", node -> "<none>"),
                            Column.age(),
                            Column.at("Version", "/status/nodeInfo/kubeletVersion"))),
            Map.entry(
                    ResourceTypes.EVENTS,
                    List.of(
                            Column.since("Last Seen", "/lastTimestamp"),
                            Column.at("Type", "/type"),
                            Column.at("Reason", "/reason"),
                            Column.text("Object", BuiltInColumns::involved),
                            Column.at("Message", "/message"))),
            Map.entry(
                    ResourceTypes.CLAIMS,
                    List.of(
                            Column.objectName(),
                            Column.at("Status", "/status/phase"),
                            Column.at("Volume", "/spec/volumeName"),
                            Column.at("Capacity", "/status/capacity/storage"),
                            Column.at("Access Modes", "/status/accessModes/0"),
                            Column.at("StorageClass", "/spec/storageClassName"),
                            Column.age())),
            Map.entry(
                    ResourceTypes.QUOTAS,
                    List.of(Column.objectName(), Column.text("Used", BuiltInColumns::quota), Column.age())),
            Map.entry(
                    ResourceTypes.DEFINITIONS,
                    List.of(Column.objectName(), Column.at("Created At", "/metadata/creationTimestamp"))));

    private BuiltInColumns() {}

    static List<Column> of(ResourceType type) {
        return COLUMNS.getOrDefault(type, AGE_ONLY);
    }

    private static int entries(JsonNode object) {
        return object.path("data").size() + object.path("binaryData").size();
    }

    private static String ports(JsonNode service) {
        return Column.orNone(StreamSupport.stream(service.at("/spec/ports").spliterator(), false)
                .map(port ->
                        port.path("port").asText() + "/" + port.path("protocol").asText("TCP"))
                .collect(Collectors.joining(",")));
    }

    private static String pairs(JsonNode map) {
        return Column.orNone(map.properties().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .collect(Collectors.joining(",")));
    }

    private static String readiness(JsonNode node) {
        return StreamSupport.stream(node.at("/status/conditions").spliterator(), false)
                        .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                                && condition.path("status").asText().equals("True"))
                ? "Ready"
                : "NotReady";
    }

    private static String involved(JsonNode event) {
        JsonNode object = event.path("involvedObject");
        return object.path("kind").asText().toLowerCase(java.util.Locale.ROOT) + "/"
                + object.path("name").asText();
    }

    private static String quota(JsonNode quota) {
        JsonNode used = quota.at("/status/used");
        return quota.at("/spec/hard").properties().stream()
                .map(limit -> limit.getKey() + ": " + used.path(limit.getKey()).asText("0") + "/"
                        + limit.getValue().asText())
                .collect(Collectors.joining(", "));
    }
}
