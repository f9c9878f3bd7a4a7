package dev.kindling.internal.code;

import dev.kindling.diagnosis.Explanation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why packages cannot be had, as Ivy tells it.
 *
 * @param told its lines
 */
record PackageTrouble(List<String> coordinates, String told, RuntimeException failure) {
    private static final Pattern DAMAGED =
            Pattern.compile("(\\S+): (invalid (?:sha1|md5): expected=\\S+ computed=\\S+)");
    private static final Pattern UNREACHED =
            Pattern.compile("Server access error at url (\\S+) \\((.+)\\)|Host (\\S+) not found");
    private static final Pattern TRIED = Pattern.compile("(?m)^\\s+((?:https?|file):\\S+\\.(?:pom|jar))$");
    private static final Pattern LACKING = Pattern.compile("(?m)^\\s*:: (\\S+#\\S+;[^:!\\s]+)");

    Explanation explanation() {
        var tried = "resolve .packages(\"" + String.join("\", \"", coordinates) + "\")";
        var damaged = all(DAMAGED, 0);
        if (!damaged.isEmpty()) {
            return new Explanation(
                    tried,
                    damaged,
                    "what the repository sent is not what it says it has: it was damaged on the way, or replaced",
                    "submit it again, or another repository: .conf(\"spark.jars.repositories\", \"https://..\")");
        }
        var unreached = all(UNREACHED, 0);
        if (!unreached.isEmpty()) {
            return new Explanation(
                    tried,
                    "there is no " + lacking() + " in " + all(TRIED, 1) + "; " + unreached,
                    "if it is written right, a repository that has it cannot be reached from this machine",
                    "coordinates that are there, -Dhttps.proxyHost=.. for this JVM,"
                            + " or .conf(\"spark.jars.repositories\", \"https://..\")");
        }
        return new Explanation(
                tried,
                "there is no " + lacking() + " in " + all(TRIED, 1),
                "group, artifact or version is not one of these repositories",
                "coordinates that are there, or .conf(\"spark.jars.repositories\", \"https://..\")");
    }

    /** As coordinates are written. */
    private String lacking() {
        var lacking = all(LACKING, 1);
        return lacking.isEmpty() ? String.valueOf(failure.getMessage()) : lacking.replaceAll("[#;]", ":");
    }

    private String all(Pattern pattern, int group) {
        return found(pattern, group).distinct().collect(Collectors.joining(", "));
    }

    private Stream<String> found(Pattern pattern, int group) {
        return pattern.matcher(told).results().map(match -> match.group(group).strip());
    }
}
