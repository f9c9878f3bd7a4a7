package dev.kindling.embedded.internal.kubelet.volume;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** The {@code spark.properties} file that Spark puts into a driver's config map. */
public final class SparkProperties {

    public static final String FILE_NAME = "spark.properties";

    /** About other pods, but the driver reads the file. */
    private static final String EXECUTOR_TEMPLATE = "spark.kubernetes.executor.podTemplateFile";

    private SparkProperties() {}

    public static Properties parse(String text) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(text));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE_NAME, e);
        }
    }

    /** Applies {@code rewriting} to every value that the driver itself reads, and leaves those that describe other pods. */
    public static String rewrite(String text, UnaryOperator<String> rewriting) {
        Properties properties = parse(text);
        properties.replaceAll(
                (key, value) -> describesOtherPods(key.toString()) ? value : rewriting.apply(value.toString()));
        try {
            var rewritten = new StringWriter();
            properties.store(rewritten, null);
            return rewritten.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + FILE_NAME, e);
        }
    }

    private static boolean describesOtherPods(String key) {
        return !key.equals(EXECUTOR_TEMPLATE)
                && (key.startsWith("spark.kubernetes.executor.") || key.startsWith("spark.kubernetes.driver.volumes."));
    }
}
