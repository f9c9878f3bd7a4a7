package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is served, for clients that look before they ask. */
final class Discovery {
    static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private final ResourceRegistry registry;

    Discovery(ResourceRegistry registry) {
        this.registry = registry;
    }

    /** With or without a slash at the end. */
    Optional<ObjectNode> at(String requested) {
        String path = requested.endsWith("/") ? requested.substring(0, requested.length() - 1) : requested;
        return switch (path) {
            case "/version" -> Optional.of(ServerVersion.describe());
            case "/api" -> Optional.of(coreVersions());
            case "/apis" -> Optional.of(groups());
            default -> groupOrResources(path);
        };
    }

    List<ResourceType> types() {
        return Stream.concat(registry.types().stream(), Reviews.types().stream())
                .toList();
    }

    private Optional<ObjectNode> groupOrResources(String path) {
        String[] parts = path.split("/");
        if (path.equals("/api/v1")) {
            return Optional.of(resources("", "v1"));
        }
        if (!path.startsWith("/apis/") || parts.length < 3 || parts.length > 4) {
            return Optional.empty();
        }
        if (types().stream().noneMatch(type -> type.group().equals(parts[2]))) {
            return Optional.empty();
        }
        if (parts.length == 3) {
            return Optional.of(group(Json.object("v1", "APIGroup"), parts[2]));
        }
        return versions(parts[2]).contains(parts[3]) ? Optional.of(resources(parts[2], parts[3])) : Optional.empty();
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Json.object("", "APIVersions");
        versions.remove("apiVersion");
        versions.putArray("versions").add("v1");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object("v1", "APIGroupList");
        ArrayNode groups = list.putArray("groups");
        groupNames().forEach(name -> group(groups.addObject(), name));
        return list;
    }

    List<String> groupNames() {
        return types().stream()
                .map(ResourceType::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    List<String> versions(String group) {
        return types().stream()
                .filter(type -> type.group().equals(group))
                .map(ResourceType::version)
                .distinct()
                .toList();
    }

    private ObjectNode group(ObjectNode group, String name) {
        group.put("name", name);
        ArrayNode versions = group.putArray("versions");
        versions(name).forEach(version -> versions.add(version(name, version)));
        group.set("preferredVersion", versions.get(0));
        return group;
    }

    private static ObjectNode version(String group, String version) {
        return ServerVersion.node().put("groupVersion", group + "/" + version).put("version", version);
    }

    private ObjectNode resources(String group, String version) {
        ObjectNode list = Json.object("v1", "APIResourceList");
        list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = list.putArray("resources");
        types().stream()
                .filter(type -> type.group().equals(group) && type.version().equals(version))
                .forEach(type -> describe(resources, type));
        return list;
    }

    private static void describe(ArrayNode resources, ResourceType type) {
        ObjectNode resource = resource(resources, type, type.plural(), type.singular());
        verbs(resource, Reviews.types().contains(type) ? List.of("create") : VERBS);
        texts(resource, "shortNames", type.shortNames());
        texts(resource, "categories", type.categories());
        if (type.hasStatus()) {
            verbs(resource(resources, type, type.plural() + "/status", ""), List.of("get", "patch", "update"));
        }
        if (type.equals(ResourceTypes.PODS)) {
            verbs(resource(resources, type, "pods/log", ""), List.of("get"));
            verbs(resource(resources, type, "pods/portforward", ""), List.of("get"));
            ObjectNode eviction = resource(resources, type, "pods/eviction", "");
            verbs(eviction.put("group", "policy").put("version", "v1").put("kind", "Eviction"), List.of("create"));
        }
    }

    private static ObjectNode resource(ArrayNode resources, ResourceType type, String name, String singular) {
        return resources
                .addObject()
                .put("name", name)
                .put("singularName", singular)
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
    }

    private static void verbs(ObjectNode resource, List<String> verbs) {
        verbs.forEach(resource.putArray("verbs")::add);
    }

    private static void texts(ObjectNode resource, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(resource.putArray(field)::add);
        }
    }
}
