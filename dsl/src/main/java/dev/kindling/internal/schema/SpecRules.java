package dev.kindling.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kindling.internal.text.Names;
import dev.kindling.internal.yaml.YamlPath;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules that several kinds have in common. */
final class SpecRules {
    static final JsonNode NOTHING = MissingNode.getInstance();

    private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SPARK_SIZE = Pattern.compile("(?i)\\d+(b|kb?|mb?|gb?|tb?|pb?)?");
    private static final Pattern QUANTITY = Pattern.compile("\\d+(\\.\\d*)?(m|[kMGTPE]i?)?");

    private SpecRules() {}

    /** Services are named after it: DNS-1035, and room for what is put behind it. */
    static Rule name(int longest, String because) {
        return (resource, found) -> {
            var name = resource.at("/metadata/name");
            if (name.isMissingNode()) {
                if (resource.at("/metadata/generateName").isMissingNode()) {
                    found.error("metadata.name", NOTHING, "is missing, and has to be said", "name: my-job in metadata");
                }
            } else if (name.asText().length() > longest
                    || !LABEL.matcher(name.asText()).matches()) {
                found.error(
                        "metadata.name",
                        name,
                        "cannot be used (lower case letters, digits and '-', first a letter, at most " + longest
                                + " characters: " + because + ")",
                        "name: " + nearest(name.asText(), longest));
            }
        };
    }

    /** A heap as Spark reads it: {@code 4Gi} is refused by Spark, 4g is meant. */
    static void heap(JsonNode value, String path, String write, Findings found) {
        if (value.isTextual() && !SPARK_SIZE.matcher(value.asText()).matches()) {
            var meant = value.asText()
                    .trim()
                    .replaceFirst("(?i)(\\d+)\\s*([kmgtp])i?b?", "$1$2")
                    .toLowerCase(Locale.ROOT);
            found.error(
                    path,
                    value,
                    "is no size that Spark reads (a whole number and k, m, g or t)",
                    write + "\"" + (SPARK_SIZE.matcher(meant).matches() ? meant : "4g") + "\"");
        }
    }

    static void quantity(JsonNode value, String path, String write, Findings found) {
        if (value.isTextual() && !QUANTITY.matcher(value.asText()).matches()) {
            found.error(path, value, "is no quantity of Kubernetes", write + "\"500m\" or \"2\"");
        }
    }

    /** Least, first and most executors. */
    static void bounds(JsonNode fields, String path, String min, String initial, String max, Findings found) {
        int least = fields.path(min).asInt(0);
        int most = fields.path(max).asInt(Integer.MAX_VALUE);
        int first = fields.path(initial).asInt(least);
        if (least > most) {
            found.error(
                    path + "." + min, fields.path(min), "is more than " + max + " (" + most + ")", min + ": " + most);
        } else if (first < least || first > most) {
            found.error(
                    path + "." + initial,
                    fields.path(initial),
                    "is not between " + min + " and " + max,
                    initial + ": " + least);
        }
    }

    static void pullPolicy(JsonNode value, String path, Findings found) {
        if (value.isTextual() && !value.asText().matches("Always|IfNotPresent|Never|")) {
            found.error(path, value, "is none of Always, IfNotPresent, Never", YamlPath.label(path) + " IfNotPresent");
        }
    }

    /** Every container of a pod template has a name; Spark takes the one with its own name, or the first. */
    static void template(JsonNode template, String path, Findings found) {
        for (var list : new String[] {"containers", "initContainers"}) {
            var containers = template.path("spec").path(list);
            for (int i = 0; i < containers.size(); i++) {
                var at = path + ".spec." + list + "[" + i + "]";
                if (containers.path(i).path("name").asText().isEmpty()) {
                    found.error(at + ".name", NOTHING, "is missing, and has to be said", "name: in " + at);
                }
                pullPolicy(containers.path(i).path("imagePullPolicy"), at + ".imagePullPolicy", found);
            }
        }
    }

    /** A setting that Spark does not read at all. */
    static void sparkKeys(JsonNode conf, String path, Findings found) {
        conf.fieldNames().forEachRemaining(key -> {
            if (!key.startsWith("spark.")) {
                found.warning(
                        YamlPath.field(path, key),
                        conf.path(key),
                        "is ignored: Spark reads only keys that start with \"spark.\"",
                        "spark.hadoop." + key + " if it is Hadoop's");
            }
        });
    }

    private static String nearest(String name, int longest) {
        return Names.nearestLabel(name.replaceFirst("^[^A-Za-z]+", ""), longest, "my-job");
    }
}
