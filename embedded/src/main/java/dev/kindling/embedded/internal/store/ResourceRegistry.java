package dev.kindling.embedded.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which types are served right now: the built-in ones and those of the stored CustomResourceDefinitions. Thread-safe. */
public final class ResourceRegistry {
    private record Served(ResourceType type, List<PrinterColumn> columns) {}

    private final Map<String, List<Served>> custom = new ConcurrentSkipListMap<>();

    /** Follows the definitions in the store: a type is served as soon as its definition is stored. */
    public StoreWatch follow(ObjectStore store) {
        return store.watch(ResourceTypes.DEFINITIONS, "", Runnable::run, this::handle);
    }

    public List<ResourceType> types() {
        return Stream.concat(ResourceTypes.builtIn().stream(), served().map(Served::type))
                .toList();
    }

    /** The type a path means. */
    public Optional<ResourceType> find(String group, String version, String plural) {
        return types().stream()
                .filter(type -> type.group().equals(group)
                        && type.version().equals(version)
                        && type.plural().equals(plural))
                .findFirst();
    }

    /** The type an object or an owner reference names. */
    public Optional<ResourceType> byKind(String apiVersion, String kind) {
        return types().stream()
                .filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst();
    }

    /** What its definition wants printed; empty for built-in types. */
    public List<PrinterColumn> printerColumns(ResourceType type) {
        return served().filter(served -> served.type().equals(type))
                .map(Served::columns)
                .findFirst()
                .orElse(List.of());
    }

    /** The types a definition declares, one for each served version. */
    public static List<ResourceType> declaredBy(JsonNode definition) {
        return read(definition).stream().map(Served::type).toList();
    }

    private Stream<Served> served() {
        return custom.values().stream().flatMap(List::stream);
    }

    private void handle(StoreEvent event) {
        String name = Meta.name(event.object());
        switch (event.change()) {
            case ADDED, MODIFIED -> custom.put(name, read(event.object()));
            case DELETED -> custom.remove(name);
            case BOOKMARK -> {}
        }
    }

    private static List<Served> read(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        List<Served> served = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean(true)) {
                served.add(new Served(type(spec, version), columns(version)));
            }
        }
        return served;
    }

    private static ResourceType type(JsonNode spec, JsonNode version) {
        JsonNode names = spec.path("names");
        return new ResourceType(
                spec.path("group").asText(),
                version.path("name").asText(),
                names.path("plural").asText(),
                names.path("singular").asText(),
                names.path("kind").asText(),
                !spec.path("scope").asText().equals("Cluster"),
                version.path("subresources").path("status") instanceof ObjectNode,
                texts(names.path("shortNames")),
                texts(names.path("categories")));
    }

    private static List<PrinterColumn> columns(JsonNode version) {
        return StreamSupport.stream(version.path("additionalPrinterColumns").spliterator(), false)
                .map(column -> new PrinterColumn(
                        column.path("name").asText(),
                        column.path("type").asText("string"),
                        column.path("jsonPath").asText(),
                        column.path("priority").asInt(0)))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
