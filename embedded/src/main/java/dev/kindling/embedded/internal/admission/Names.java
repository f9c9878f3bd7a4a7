package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.ResourceTypes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How objects and labels may be named, with the words of a cluster. */
final class Names {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String VALUE = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(SUBDOMAIN);
    private static final Pattern LABEL_VALUE = Pattern.compile(VALUE);
    private static final Pattern LABEL_KEY =
            Pattern.compile("(" + SUBDOMAIN + "/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final Set<ResourceType> NAMED_LIKE_A_HOST = Set.of(ResourceTypes.NAMESPACES, ResourceTypes.SERVICES);
    private static final Set<ResourceType> NAMED_FREELY = Set.of(
            ResourceTypes.ROLES,
            ResourceTypes.ROLE_BINDINGS,
            ResourceTypes.CLUSTER_ROLES,
            ResourceTypes.CLUSTER_ROLE_BINDINGS);

    private Names() {}

    static void check(ResourceType type, JsonNode object, List<String> problems) {
        String name = Meta.name(object);
        if (name.isEmpty()) {
            problems.add("metadata.name: Required value: name or generateName is required");
        } else if (!NAMED_FREELY.contains(type)) {
            boolean host = NAMED_LIKE_A_HOST.contains(type);
            check("metadata.name", name, host, problems);
        }
        Meta.labels(object)
                .properties()
                .forEach(label -> checkLabel(label.getKey(), label.getValue().asText(), problems));
    }

    private static void checkLabel(String key, String value, List<String> problems) {
        if (!LABEL_KEY.matcher(key).matches()) {
            problems.add(invalid(
                    "metadata.labels",
                    key,
                    "name part must consist of alphanumeric characters, '-', '_' or "
                            + "'.', and must start and end with an alphanumeric character"));
        }
        if (value.length() > LABEL_LENGTH) {
            problems.add(invalid("metadata.labels", value, "must be no more than 63 bytes"));
        } else if (!LABEL_VALUE.matcher(value).matches()) {
            problems.add(invalid(
                    "metadata.labels",
                    value,
                    "a valid label must be an empty string or consist of "
                            + "alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
                            + "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '" + VALUE
                            + "')"));
        }
    }

    static void checkLabelName(String field, String name, List<String> problems) {
        check(field, name, true, problems);
    }

    private static void check(String field, String name, boolean host, List<String> problems) {
        int longest = host ? LABEL_LENGTH : SUBDOMAIN_LENGTH;
        if (name.length() > longest) {
            problems.add(invalid(field, name, "must be no more than " + longest + " characters"));
        }
        if (host && !DNS_LABEL.matcher(name).matches()) {
            problems.add(invalid(
                    field,
                    name,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric "
                            + "characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or "
                            + "'123-abc', regex used for validation is '" + LABEL + "')"));
        } else if (!host && !DNS_SUBDOMAIN.matcher(name).matches()) {
            problems.add(invalid(
                    field,
                    name,
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
                            + "characters, '-' or '.', and must start and end with an alphanumeric character (e.g. "
                            + "'example.com', regex used for validation is '" + SUBDOMAIN + "')"));
        }
    }

    static String invalid(String field, String value, String why) {
        return field + ": Invalid value: \"" + value + "\": " + why;
    }
}
