package dev.kindling.internal.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a stock image of a Spark version has. Versions don't count: what the image has is what its JVM would load first. */
public final class ImageJars {

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

    private final Set<String> artifacts;

    private ImageJars(Set<String> artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * The jars of a release.
     *
     * @throws IllegalArgumentException for one whose jars are not known
     */
    public static ImageJars ofSpark(String version) {
        try (InputStream list = ImageJars.class.getResourceAsStream("spark-" + version + "-jars.txt")) {
            if (list == null) {
                throw new IllegalArgumentException("the jars of Spark " + version
                        + " are not known. Write .jar(..) for each that its image lacks");
            }
            return of(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of Spark's jars cannot be read", e);
        }
    }

    static ImageJars of(List<String> files) {
        return new ImageJars(files.stream()
                .filter(file -> !file.startsWith("#"))
                .map(ImageJars::artifact)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those that the image has no jar of the same artifact for, in their order; folders always. */
    public List<Path> lacking(List<Path> classPath) {
        return classPath.stream()
                .filter(entry ->
                        !artifacts.contains(artifact(entry.getFileName().toString())))
                .toList();
    }

    private static String artifact(String file) {
        Matcher versioned = VERSIONED.matcher(file);
        return versioned.matches() ? versioned.group(1) : file;
    }
}
