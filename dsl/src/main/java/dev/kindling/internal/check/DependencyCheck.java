package dev.kindling.internal.check;

import dev.kindling.internal.plan.Dependencies;
import java.util.regex.Pattern;

/** Jars, files and packages: local ones are there, coordinates are whole. */
final class DependencyCheck {
    private static final String PART = "[A-Za-z0-9_.-]+";
    private static final Pattern COORDINATES = Pattern.compile(PART + ":" + PART + ":" + PART);

    private DependencyCheck() {}

    static void check(Dependencies needed, Problems problems) {
        needed.jars().forEach(jar -> local(LocalFile.JAR, ".jar(..)", jar, ".jar(\"local:///app/etl.jar\")", problems));
        needed.files()
                .forEach(file -> local(LocalFile.FILE, ".file(..)", file, ".file(Path.of(\"lookup.csv\"))", problems));
        needed.packages().stream()
                .filter(coordinates -> !COORDINATES.matcher(coordinates).matches())
                .forEach(coordinates -> problems.add(
                        ".packages(..)",
                        coordinates,
                        "is not group:artifact:version",
                        ".packages(\"org.apache.spark:spark-avro_2.13:4.1.1\")"));
    }

    private static void local(LocalFile kind, String call, String location, String example, Problems problems) {
        if (location.isBlank() || location.contains(",")) {
            problems.add(call, location, "is not one path or URI", example);
            return;
        }
        kind.problem(location)
                .ifPresent(problem -> problems.add(call, location, problem, example + " or the right path"));
    }
}
