package dev.kindling.internal.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import dev.kindling.internal.text.Redaction;
import java.util.regex.Pattern;

/** Names of places in a document: {@code spec.volumes[0].name}, {@code spec.sparkConf["spark.ui.port"]}. */
public final class YamlPath {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w-]*");

    private YamlPath() {}

    /** Of a JSON pointer. */
    public static String of(JsonPointer pointer) {
        var path = "";
        for (var at = pointer; !at.matches(); at = at.tail()) {
            path = at.getMatchingIndex() >= 0
                    ? item(path, at.getMatchingIndex())
                    : field(path, at.getMatchingProperty());
        }
        return path;
    }

    public static String field(String parent, String key) {
        if (!PLAIN.matcher(key).matches()) {
            return parent + "[\"" + key + "\"]";
        }
        return parent.isEmpty() ? key : parent + "." + key;
    }

    public static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** A value as it may be shown: hidden if the name of its field says that it is secret. */
    public static String shown(String path, String value) {
        return Redaction.shown(label(path).replaceFirst(":$", ""), value);
    }

    /** The last name in a path, as it is written in front of a value: {@code cores:}, {@code "spark.ui.port":}, {@code -}. */
    public static String label(String path) {
        int quoted = path.endsWith("\"]") ? path.lastIndexOf("[\"") : -1;
        if (quoted >= 0) {
            return path.substring(quoted + 2, path.length() - 2) + ":";
        }
        return path.endsWith("]") ? "-" : path.substring(path.lastIndexOf('.') + 1) + ":";
    }
}
