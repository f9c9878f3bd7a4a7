package dev.kindling.internal.code;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run, or a schedule of runs, that may still need contents.
 *
 * @param origin where its resource is: cluster, namespace and kind, as a path
 * @param submission the resource's
 * @param results ids of results of tasks, which go with it
 */
public record Reference(String origin, String submission, Set<String> results) {

    /** Below a content's hash. */
    String path() {
        return origin + "/" + submission;
    }

    /** So that whoever finds a reference whose resource is gone knows what else went with it. */
    byte[] text() {
        return String.join("\n", results).getBytes(StandardCharsets.UTF_8);
    }

    static Set<String> results(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
