package dev.kindling.internal.code;

import dev.kindling.internal.bootstrap.JarName;
import dev.kindling.internal.manifest.Manifests;
import dev.kindling.internal.plan.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stock image of a Spark version has. Versions don't count: what the image has is what its JVM would load first. */
public final class ImageJars {

    /** Of one module of Kindling, a line {@code group:artifact:type:version} for each jar it needs in the image. */
    private static final String LISTS = "META-INF/kindling/image-jars.txt";

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

    /** What the spec says of its image, else that it is one of Spark's own with S3. */
    static ImageJars of(Code code) {
        return code.imageJars().isEmpty() ? ofSpark(Manifests.SPARK_VERSION).andS3() : of(code.imageJars());
    }

    static ImageJars of(List<String> files) {
        return new ImageJars(files.stream()
                .filter(file -> !file.startsWith("#"))
                .map(JarName::artifact)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** With the S3 connector, as images have it that s3a:// addresses are read with; empty where this JVM has none. */
    public ImageJars andS3() {
        Set<String> all = new HashSet<>(artifacts);
        ImageJars.class
                .getClassLoader()
                .resources(LISTS)
                .map(ImageJars::text)
                .filter(list -> list.contains(":hadoop-aws:"))
                .flatMap(String::lines)
                .map(line -> line.strip().split(":"))
                .filter(parts -> parts.length > 1)
                .forEach(parts -> all.add(parts[1]));
        return new ImageJars(Set.copyOf(all));
    }

    private static String text(URL list) {
        try (InputStream in = list.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + list + " cannot be read", e);
        }
    }

    /** Those that the image has no jar of the same artifact for, in their order; folders always. */
    public List<Path> lacking(List<Path> classPath) {
        return classPath.stream()
                .filter(entry -> lacks(entry.getFileName().toString()))
                .toList();
    }

    boolean lacks(String file) {
        return !artifacts.contains(JarName.artifact(file));
    }
}
