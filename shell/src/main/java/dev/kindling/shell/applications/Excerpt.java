package dev.kindling.shell.applications;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person wants to see of an operator's message: Kubeflow's puts all that spark-submit printed into it, hundreds of
 * lines.
 */
final class Excerpt {
    private static final int SHORT_ENOUGH = 6;
    private static final Pattern EXCEPTION = Pattern.compile("^(Exception in thread .*|Caused by: .*|.*\\bERROR\\b.*)");

    private Excerpt() {}

    /** The whole of a short one; of a long one its first line and the lines that say what went wrong. */
    static List<String> of(String message) {
        var lines = message.strip().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() <= SHORT_ENOUGH) {
            return lines;
        }
        var errors = lines.stream()
                .skip(1)
                .filter(line -> EXCEPTION.matcher(line).matches())
                .toList();
        var told = errors.subList(Math.max(0, errors.size() - SHORT_ENOUGH), errors.size());
        var left = lines.size() - 1 - told.size();
        return Stream.of(List.of(lines.get(0)), told, List.of("(" + left + " more lines: -o yaml)"))
                .flatMap(List::stream)
                .toList();
    }

    /** The first line. */
    static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
