package dev.kindling.internal.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * The main class of a driver whose program was shipped: fetches its jars and files, has this JVM and the executors know
 * them, and begins the program. Operators need not reach the store, as they only see this class's own jar.
 *
 * <p>Executors load shipped code from the driver: it is named in {@code spark.jars} and {@code spark.files}, which
 * count as long as there is no SparkContext (Spark's {@code SparkContext} constructor).
 */
public final class Bootstrap {
    private static final String OF_HADOOP = "spark.hadoop.";

    private Bootstrap() {}

    /** Ends as the program's own main does. */
    public static void main(String[] words) throws Exception {
        var order = Order.parse(List.of(words));
        var fetched = Fetched.with(settings());
        var jars = fetched.all(order.jars());
        var files = fetched.all(order.files());
        warn(order.leftOut().map(List::of).map(fetched::all).orElse(List.of()), jars);
        jars.forEach(Bootstrap::load);
        add("spark.jars", jars);
        add("spark.files", files);
        System.err.println("kindling: " + jars.size() + " jars and " + files.size() + " files shipped; "
                + order.mainClass() + " begins");
        begin(order);
    }

    /** As Spark does it: a driver's settings are properties of its JVM. */
    private static Configuration settings() {
        var settings = new Configuration();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(OF_HADOOP))
                .forEach(name -> settings.set(name.substring(OF_HADOOP.length()), System.getProperty(name)));
        return settings;
    }

    private static void warn(List<Path> lists, List<Path> jars) {
        var leftOut = lists.stream().flatMap(Bootstrap::lines).toList();
        var shipped = jars.stream().map(jar -> jar.getFileName().toString()).toList();
        ImageContent.ofThisJvm().conflicts(leftOut, shipped).forEach(line -> System.err.println("kindling: " + line));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into the loader that spark-submit made for the program. Its type is Spark's, its method public. */
    private static void load(Path jar) {
        var loader = Thread.currentThread().getContextClassLoader();
        try {
            loader.getClass()
                    .getMethod("addURL", URL.class)
                    .invoke(loader, jar.toUri().toURL());
        } catch (ReflectiveOperationException | MalformedURLException e) {
            throw new IllegalStateException(
                    "Only a driver that spark-submit began can load shipped code; here " + loader + " loads classes",
                    e);
        }
    }

    private static void add(String key, List<Path> more) {
        var said = Stream.of(System.getProperty(key, "")).filter(text -> !text.isEmpty());
        var all = Stream.concat(said, more.stream().map(path -> path.toUri().toString()))
                .collect(Collectors.joining(","));
        if (!all.isEmpty()) {
            System.setProperty(key, all);
        }
    }

    private static void begin(Order order) throws Exception {
        var loader = Thread.currentThread().getContextClassLoader();
        var program = Class.forName(order.mainClass(), true, loader);
        try {
            program.getMethod("main", String[].class)
                    .invoke(null, (Object) order.arguments().toArray(String[]::new));
        } catch (InvocationTargetException e) {
            // The program's own, as if nobody stood between.
            throw e.getCause() instanceof Exception thrown ? thrown : new IllegalStateException(e.getCause());
        }
    }
}
