package dev.kindling.internal.check;

import dev.kindling.internal.plan.Dependencies;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Jars, files and packages: local ones are there, coordinates are whole. */
final class DependencyCheck {
    private static final String PART = "[A-Za-z0-9_.-]+";
    private static final Pattern COORDINATES = Pattern.compile(PART + ":" + PART + ":" + PART);
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

    private DependencyCheck() {}

    static void check(Dependencies needed, Problems problems) {
        needed.jars().forEach(jar -> local(".jar(..)", jar, ".jar(\"local:///app/etl.jar\")", problems));
        needed.files().forEach(file -> local(".file(..)", file, ".file(Path.of(\"lookup.csv\"))", problems));
        needed.packages().stream()
                .filter(coordinates -> !COORDINATES.matcher(coordinates).matches())
                .forEach(coordinates -> problems.add(
                        ".packages(..)",
                        coordinates,
                        "is not group:artifact:version",
                        ".packages(\"org.apache.spark:spark-avro_2.13:4.1.1\")"));
    }

    /** A path, or what {@code file:} names, must exist here; other schemes are Spark's to open. */
    private static void local(String call, String location, String example, Problems problems) {
        if (location.isBlank() || location.contains(",")) {
            problems.add(call, location, "is not one path or URI", example);
            return;
        }
        try {
            boolean uri = SCHEME.matcher(location).matches();
            if (uri && !location.startsWith("file:")) {
                return;
            }
            if (!Files.isReadable(uri ? Path.of(URI.create(location)) : Path.of(location))) {
                problems.add(
                        call,
                        location,
                        "is not there; local:// means a path in the image",
                        example + " or the right path");
            }
        } catch (IllegalArgumentException e) {
            problems.add(call, location, "is neither a path nor a URI", example);
        }
    }
}
