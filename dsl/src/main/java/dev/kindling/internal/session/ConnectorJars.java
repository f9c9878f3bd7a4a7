package dev.kindling.internal.session;

import dev.kindling.internal.code.ClassPath;
import dev.kindling.internal.code.ImageJars;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.storage.S3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of Hadoop's S3 connector that a stock image lacks, from this JVM's class path. What an image has cannot be seen
 * from here; an executor takes a class of its image before one that was sent, so to send too much costs time alone.
 */
final class ConnectorJars {
    /** Written by Maven: one dependency a line, {@code group:artifact:jar:version:scope}. */
    private static final String LISTS = "META-INF/kindling/image-jars.txt";

    private static final Pattern DEPENDENCY =
            Pattern.compile("\\s*[\\w.-]+:([\\w.-]+):jar:([\\w.-]+):(?:compile|runtime).*");
    private static final String CONNECTOR = "hadoop-aws-";

    private ConnectorJars() {}

    /** Those to send besides the plan's own; none where there is no object store, or the image is said to have them. */
    static List<String> of(WorkloadPlan plan, Consumer<String> progress) {
        if (plan.s3()
                .map(S3::options)
                .filter(options -> !options.connectorInImage())
                .isEmpty()) {
            return List.of();
        }
        var jars = among(ClassPath.ofThisJvm(), listed());
        if (jars.isEmpty()) {
            progress.accept(
                    "preflight: executors are sent no S3 connector, since kindling-s3 is not on this class path;"
                            + " to do: dev.kindling:kindling-s3 among the dependencies, or"
                            + " S3Options.defaults().connectorInImage(true) if the image has hadoop-aws");
        }
        return jars.stream()
                .map(Path::toString)
                .filter(jar -> !plan.dependencies().jars().contains(jar))
                .toList();
    }

    static List<Path> among(List<Path> classPath, Set<String> listed) {
        var named = classPath.stream()
                .filter(jar -> listed.contains(jar.getFileName().toString()))
                .toList();
        return ImageJars.ofSpark(org.apache.spark.package$.MODULE$.SPARK_VERSION())
                .lacking(named);
    }

    /** File names of the lists that have the connector: the others are of what a stock image has. */
    private static Set<String> listed() {
        try {
            return Collections.list(ConnectorJars.class.getClassLoader().getResources(LISTS)).stream()
                    .map(list -> jars(list).toList())
                    .filter(jars -> jars.stream().anyMatch(jar -> jar.startsWith(CONNECTOR)))
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the lists of jars of images cannot be found", e);
        }
    }

    private static Stream<String> jars(URL list) {
        try (InputStream in = list.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(DEPENDENCY::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1) + "-" + line.group(2) + ".jar");
        } catch (IOException e) {
            throw new UncheckedIOException("the list of jars " + list + " cannot be read", e);
        }
    }
}
