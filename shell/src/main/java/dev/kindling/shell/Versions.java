package dev.kindling.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions really on the class path, read from files so that none of Spark's classes is loaded. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return names().toArray(String[]::new);
    }

    /** Names with versions, such as {@code Spark 4.1.1}. */
    static List<String> names() {
        return List.of(
                "Kindling " + read("/dev/kindling/shell/version.properties", "kindling"),
                "Spark " + read("/spark-version-info.properties", "version"),
                "Scala " + read("/library.properties", "version.number"),
                "Java " + System.getProperty("java.runtime.version"));
    }

    private static String read(String resource, String key) {
        try (var stream = Versions.class.getResourceAsStream(resource)) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty(key, "(not on the class path)");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " from the class path", e);
        }
    }
}
