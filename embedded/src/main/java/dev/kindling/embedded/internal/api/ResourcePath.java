package dev.kindling.embedded.internal.api;

import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a URL path means. A path that is not understood to its last segment means nothing at all: a guess would turn
 * {@code DELETE …/pods/x/unknown} into a deletion.
 *
 * @param namespace empty: outside namespaces, or all of them
 * @param name empty: the collection
 * @param subresource empty: the object itself
 */
record ResourcePath(ResourceType type, String namespace, String name, String subresource) {
    private static final int LONGEST = 3;

    static Optional<ResourcePath> parse(ResourceRegistry registry, String path) {
        List<String> parts = Arrays.stream(path.substring(1).split("/", -1))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        if (parts.contains("")) {
            return Optional.empty();
        }
        if (parts.get(0).equals("api") && parts.size() > 2) {
            return parse(registry, "", parts.get(1), parts.subList(2, parts.size()));
        }
        if (parts.get(0).equals("apis") && parts.size() > 3) {
            return parse(registry, parts.get(1), parts.get(2), parts.subList(3, parts.size()));
        }
        return Optional.empty();
    }

    boolean isCollection() {
        return name.isEmpty();
    }

    boolean isObject() {
        return !name.isEmpty() && subresource.isEmpty();
    }

    boolean isStatus() {
        return type.hasStatus() && subresource.equals("status");
    }

    boolean isOfPod(String wanted) {
        return type.equals(ResourceTypes.PODS) && subresource.equals(wanted);
    }

    private static Optional<ResourcePath> parse(
            ResourceRegistry registry, String group, String version, List<String> rest) {
        boolean inNamespace = rest.get(0).equals("namespaces")
                && rest.size() > 2
                && !(group.isEmpty() && rest.size() == LONGEST && isOfNamespace(rest.get(2)));
        String namespace = inNamespace ? rest.get(1) : "";
        List<String> own = inNamespace ? rest.subList(2, rest.size()) : rest;
        if (own.size() > LONGEST) {
            return Optional.empty();
        }
        String name = own.size() > 1 ? own.get(1) : "";
        String subresource = own.size() > 2 ? own.get(2) : "";
        return registry.find(group, version, own.get(0))
                .filter(type -> type.namespaced() ? inNamespace || name.isEmpty() : !inNamespace)
                .map(type -> new ResourcePath(type, namespace, name, subresource));
    }

    /** {@code /api/v1/namespaces/x/status} is about the namespace, {@code …/x/pods} about what is in it. */
    private static boolean isOfNamespace(String segment) {
        return segment.equals("status") || segment.equals("finalize");
    }
}
