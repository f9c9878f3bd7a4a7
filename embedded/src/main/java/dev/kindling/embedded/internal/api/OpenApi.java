package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.ResourceType;
import java.util.List;
import java.util.Optional;

/**
 * As much OpenAPI v3 as lets {@code kubectl create} and {@code apply} run without {@code --validate=false}: which kinds
 * can be patched, and that fields are looked at by the server. There are no schemas, so {@code kubectl explain} has
 * nothing to say; fields that are not known are refused or left out by the server, in the resources of Spark's operators.
 */
final class OpenApi {
    private static final String ROOT = "/openapi/v3";

    private final Discovery discovery;

    OpenApi(Discovery discovery) {
        this.discovery = discovery;
    }

    Optional<ObjectNode> at(String path) {
        if (path.equals(ROOT)) {
            return Optional.of(index());
        }
        if (!path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        String root = path.substring(ROOT.length() + 1);
        List<ResourceType> types = discovery.types().stream()
                .filter(type -> root(type).equals(root))
                .toList();
        return types.isEmpty() ? Optional.empty() : Optional.of(document(types));
    }

    private ObjectNode index() {
        ObjectNode index = ServerVersion.node();
        ObjectNode paths = index.putObject("paths");
        discovery.types().stream().map(OpenApi::root).distinct().forEach(root -> paths.putObject(root)
                .put("serverRelativeURL", ROOT + "/" + root));
        return index;
    }

    private static ObjectNode document(List<ResourceType> types) {
        ObjectNode document = ServerVersion.node().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kindling embedded Kubernetes").put("version", "unversioned");
        ObjectNode paths = document.putObject("paths");
        types.forEach(type -> describe(paths.putObject(objectPath(type)), type));
        document.putObject("components").putObject("schemas");
        return document;
    }

    private static void describe(ObjectNode path, ResourceType type) {
        ObjectNode patch = path.putObject("patch");
        ObjectNode parameter = patch.putArray("parameters").addObject();
        parameter.put("name", "fieldValidation").put("in", "query");
        parameter.putObject("schema").put("type", "string");
        patch.putObject("responses").putObject("200").put("description", "OK");
        patch.put("x-kubernetes-action", "patch");
        patch.putObject("x-kubernetes-group-version-kind")
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", type.kind());
    }

    private static String objectPath(ResourceType type) {
        String scope = type.namespaced() ? "/namespaces/{namespace}/" : "/";
        return "/" + root(type) + scope + type.plural() + "/{name}";
    }

    private static String root(ResourceType type) {
        return (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
    }
}
