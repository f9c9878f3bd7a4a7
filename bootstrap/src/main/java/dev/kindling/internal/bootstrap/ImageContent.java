package dev.kindling.internal.bootstrap;

import java.io.File;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The jars that this driver's image has, beside those that the program was built with. */
final class ImageContent {
    private final Map<String, String> byArtifact = new HashMap<>();

    private ImageContent(Stream<String> jars) {
        jars.forEach(jar -> byArtifact.put(JarName.artifact(jar), jar));
    }

    /** What Spark's launcher has put on the class path of this JVM. */
    static ImageContent ofThisJvm() {
        return of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName()));
    }

    static ImageContent of(Stream<String> jars) {
        return new ImageContent(jars.filter(name -> name.endsWith(".jar")));
    }

    /**
     * What may go wrong, a line each.
     *
     * @param leftOut jars that were not shipped, as images have them
     * @param shipped jars that were
     */
    List<String> conflicts(Collection<String> leftOut, Collection<String> shipped) {
        return Stream.concat(
                        leftOut.stream().flatMap(this::lacking),
                        shipped.stream().flatMap(this::hidden))
                .toList();
    }

    /** Another version of a jar that was left out is no news where the image's Spark brings it: the program's was built with it. */
    private Stream<String> lacking(String jar) {
        var there = Optional.ofNullable(byArtifact.get(JarName.artifact(jar)));
        if (there.isEmpty()) {
            return Stream.of(
                    "this image lacks " + jar + ", which was not shipped as Spark's images have it. If a class is"
                            + " missing, write .jar(Path.of(\"" + jar + "\")) with the path to it");
        }
        return there
                .filter(name -> !name.equals(jar))
                .map(name -> "the program was built with " + jar + ", this image loads its " + name)
                .stream();
    }

    private Stream<String> hidden(String jar) {
        return Optional.ofNullable(byArtifact.get(JarName.artifact(jar)))
                .map(name -> "the image's " + name + " is loaded before the shipped " + jar)
                .stream();
    }
}
