package dev.kindling.embedded.internal.kubelet.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars of Spark and what it needs, found on this JVM's class path: the file system of the image. The user's own jars
 * and classes are not among them, so that a class that was not shipped is missing here as it would be on a real cluster.
 */
public final class SparkJars {

    /**
     * Written by Maven when Kindling is built: one dependency a line, {@code group:artifact:jar:version:scope}. Artifacts
     * that bring more into the image, such as kindling-s3, have a list of their own.
     */
    private static final String LISTS = "META-INF/kindling/image-jars.txt";

    private static final Pattern DEPENDENCY = Pattern.compile("\\s*[\\w.-]+:([\\w.-]+):jar:.*");

    private SparkJars() {}

    /** Sorted by name: a class path whose order changes makes a shared archive useless without a word. */
    public static List<Path> ofThisJvm() {
        return among(System.getProperty("java.class.path", ""), artifacts());
    }

    static List<Path> among(String classPath, Set<String> artifacts) {
        var found = new TreeSet<Path>((a, b) -> {
            int byName = a.getFileName().compareTo(b.getFileName());
            return byName != 0 ? byName : a.compareTo(b);
        });
        var names = new LinkedHashSet<String>();
        for (Path jar : entries(classPath)) {
            String name = jar.getFileName().toString();
            if (isOneOf(artifacts, name) && names.add(name)) {
                found.add(jar);
            }
        }
        return List.copyOf(found);
    }

    /** {@code spark-core_2.13-4.1.1.jar} is {@code spark-core_2.13}: the name up to a dash before a digit. */
    static boolean isOneOf(Set<String> artifacts, String jar) {
        if (!jar.endsWith(".jar")) {
            return false;
        }
        for (int dash = jar.indexOf('-'); dash >= 0; dash = jar.indexOf('-', dash + 1)) {
            if (Character.isDigit(jar.charAt(dash + 1)) && artifacts.contains(jar.substring(0, dash))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> entries(String classPath) {
        var entries = new ArrayList<Path>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (!entry.isEmpty() && entry.endsWith(".jar") && Files.isRegularFile(path)) {
                entries.add(path);
                entries.addAll(manifestClassPath(path));
            }
        }
        return entries;
    }

    /** Build tools with long class paths start JVMs with one jar that names the others. */
    private static List<Path> manifestClassPath(Path jar) {
        try (var file = new JarFile(jar.toFile(), false)) {
            var manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            if (named == null) {
                return List.of();
            }
            return Pattern.compile(" +")
                    .splitAsStream(named.trim())
                    .map(entry -> jar.toUri().resolve(entry))
                    .filter(entry -> "file".equals(entry.getScheme()))
                    .map(URI::normalize)
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + jar, e);
        }
    }

    private static Set<String> artifacts() {
        try {
            var lists = Collections.list(SparkJars.class.getClassLoader().getResources(LISTS));
            if (lists.isEmpty()) {
                throw new IllegalStateException("the list of Spark's jars is missing from kindling-embedded's own jar");
            }
            var artifacts = new HashSet<String>();
            for (URL list : lists) {
                try (InputStream in = list.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(DEPENDENCY::matcher)
                            .filter(Matcher::matches)
                            .forEach(dependency -> artifacts.add(dependency.group(1)));
                }
            }
            return artifacts;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the lists of Spark's jars", e);
        }
    }
}
