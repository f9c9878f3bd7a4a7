package dev.kindling.s3proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * An S3 server on 127.0.0.1, at a port that was free, for one key and what lies in one folder. Its libraries are unpacked
 * beside that data and loaded by a loader of their own: they are others than Spark's.
 *
 * <pre>{@code
 * try (var server = S3Server.start(folder, "an-access-key", "a-secret-key")) {
 *     server.createBucket("lake");
 * }
 * }</pre>
 */
public final class S3Server implements AutoCloseable {
    private static final String LIST = "jars.txt";

    private final URLClassLoader loader;
    private final Object served;
    private final URI endpoint;

    private S3Server(URLClassLoader loader, Object served) {
        this.loader = loader;
        this.served = served;
        this.endpoint = URI.create("http://127.0.0.1:" + ((IntSupplier) served).getAsInt());
    }

    /**
     * Starts one, in a second or two.
     *
     * @param folder for the libraries and the data; removing it is the caller's part
     */
    public static S3Server start(Path folder, String accessKey, String secretKey) {
        try {
            var loader = new URLClassLoader(
                    "s3proxy",
                    unpacked(Files.createDirectory(folder.resolve("jars"))),
                    ClassLoader.getPlatformClassLoader());
            var data = Files.createDirectory(folder.resolve("data"));
            return new S3Server(loader, inside(loader, () -> make(loader, data, accessKey, secretKey)));
        } catch (IOException e) {
            throw new UncheckedIOException("starting an S3 server in " + folder, e);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket that only the key's owner can read; one that is there stays as it is. */
    @SuppressWarnings("unchecked")
    public void createBucket(String name) {
        inside(loader, () -> {
            ((Consumer<String>) served).accept(name);
            return name;
        });
    }

    @Override
    public void close() {
        try (loader) {
            inside(loader, () -> {
                ((AutoCloseable) served).close();
                return served;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("closing the libraries of an S3 server", e);
        }
    }

    private static Object make(ClassLoader loader, Path data, String accessKey, String secretKey) throws Exception {
        var made = loader.loadClass(S3Server.class.getPackageName() + ".Served")
                .getDeclaredConstructor(Path.class, String.class, String.class);
        made.setAccessible(true);
        return made.newInstance(data, accessKey, secretKey);
    }

    /** Its libraries look for parts of themselves through the thread. */
    private static <T> T inside(ClassLoader loader, Callable<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server in this JVM failed: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** This artifact's own classes, and the libraries in it. */
    private static URL[] unpacked(Path folder) throws IOException {
        var all = new ArrayList<URL>();
        all.add(S3Server.class.getProtectionDomain().getCodeSource().getLocation());
        for (var entry : text(LIST).split(":")) {
            var jar = folder.resolve(Path.of(entry.strip()).getFileName().toString());
            try (var in = resource("jars/" + jar.getFileName())) {
                Files.copy(in, jar);
            }
            all.add(jar.toUri().toURL());
        }
        return all.toArray(URL[]::new);
    }

    private static String text(String name) throws IOException {
        try (var in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        var found = S3Server.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is missing from kindling-s3proxy's own jar");
        }
        return found;
    }
}
