package dev.kindling.embedded.internal.kubelet.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of the image.
 *
 * @param jars Spark's, sorted
 * @param archive classes of these jars, ready to be mapped into a JVM; empty if there is none
 */
public record SparkImageFiles(List<Path> jars, Optional<Path> archive) {

    /** For programs that have nothing to do with Spark. */
    public static final SparkImageFiles NONE = new SparkImageFiles(List.of(), Optional.empty());

    public SparkImageFiles {
        jars = List.copyOf(jars);
    }
}
