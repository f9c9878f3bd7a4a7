package dev.kindling.embedded.internal.store;

import java.util.List;
import java.util.Locale;

/** One served kind of object, as discovery names it. */
public record ResourceType(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        boolean hasStatus,
        List<String> shortNames,
        List<String> categories) {

    public ResourceType {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }

    /** A namespaced type without a status subresource or short names; the withers add what there is more. */
    public static ResourceType of(String group, String version, String plural, String kind) {
        String singular = kind.toLowerCase(Locale.ROOT);
        return new ResourceType(group, version, plural, singular, kind, true, false, List.of(), List.of());
    }

    public ResourceType clusterScoped() {
        return new ResourceType(group, version, plural, singular, kind, false, hasStatus, shortNames, categories);
    }

    public ResourceType withStatus() {
        return new ResourceType(group, version, plural, singular, kind, namespaced, true, shortNames, categories);
    }

    public ResourceType named(String... names) {
        return new ResourceType(
                group, version, plural, singular, kind, namespaced, hasStatus, List.of(names), categories);
    }

    public ResourceType inCategoryAll() {
        return new ResourceType(
                group, version, plural, singular, kind, namespaced, hasStatus, shortNames, List.of("all"));
    }

    /** {@code v1} or {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code pods} or {@code statefulsets.apps}: what error messages say, and what objects are stored under. */
    public String qualifiedName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    public String listKind() {
        return kind + "List";
    }
}
